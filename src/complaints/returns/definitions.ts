import type { ReturnRanking } from './returns.dto.js';

/** What each figure of the ranking counts, and out of what. */
export const definitions: ReturnRanking['definitions'] = {
  received: {
    vi: 'Số lần được giao chủ trì trong những ngày này; một phản ánh giao hai lần tính hai.',
    en: 'Times it was put in charge on these days; a complaint that came twice counts twice.',
  },
  acceptedInTime: {
    vi: 'Trong số được giao: đã tiếp nhận trong hạn tiếp nhận.',
    en: 'Of those received: accepted within the acceptance limit.',
  },
  late: {
    vi: 'Trong số được giao: tiếp nhận sau hạn, hoặc quá hạn mà chưa tiếp nhận.',
    en: 'Of those received: accepted after the limit, or past it and not accepted.',
  },
  waiting: {
    vi: 'Trong số được giao: chưa tiếp nhận và còn hạn.',
    en: 'Of those received: not accepted yet, and still in time.',
  },
  returned: {
    vi: 'Trong số được giao: đã trả lại, trước hoặc sau khi tiếp nhận.',
    en: 'Of those received: returned, before or after accepting.',
  },
  overturned: {
    vi: 'Trong số đã trả lại: lãnh đạo trung tâm quyết định giao lại cho chính đơn vị.',
    en: 'Of those returned: given back to the same agency by a binding decision.',
  },
  returnedShare: {
    vi: 'Số đã trả lại chia cho số được giao.',
    en: 'Returned, divided by received.',
  },
  overturnedShare: {
    vi: 'Số bị giao lại chia cho số đã trả lại.',
    en: 'Overturned, divided by returned.',
  },
};
