import type { EventType, Words } from '#lifecycle';
import { formatLimit, parseLimit } from '#working-time';
import type { Book, Clock } from './clock.js';
import type { LimitText } from './policy.js';

/** From when a promise counts, by the event that made it. */
const since: Partial<Record<EventType, Words>> = {
  urged: { vi: 'đôn đốc', en: 'the urging' },
  urgency_raised: { vi: 'chuyển thành việc khẩn', en: 'becoming urgent' },
  classified: { vi: 'phân loại lại', en: 'reclassification' },
  assigned: { vi: 'được giao', en: 'assignment' },
  accepted: { vi: 'nhận xử lý', en: 'acceptance' },
  sent_back: { vi: 'kết quả được chuyển lại', en: 'the answer being sent back' },
  returned: { vi: 'cơ quan trả lại', en: 'the return' },
  recalled: { vi: 'thu hồi', en: 'the recall' },
  published: { vi: 'có kết quả', en: 'the result' },
  rated: { vi: 'đánh giá', en: 'the rating' },
  reopened: { vi: 'mở lại', en: 'reopening' },
  appealed: { vi: 'đề nghị xem lại', en: 'the appeal' },
};

const receipt: Words = { vi: 'tiếp nhận', en: 'receipt' };

/** "3 ngày làm việc kể từ lúc …, theo …": what the event promises, by `name` or in the words of the clock's policy. */
export function wordsOf(
  clock: Pick<Clock, 'limit' | 'policyVersion'> & { name?: Words },
  made: EventType,
  book: Book,
): Words {
  const limit = parseLimit(clock.limit);
  const name = clock.name ?? book.policy(clock.policyVersion).name;
  const from = since[made] ?? receipt;
  return {
    vi: `${formatLimit(limit, 'vi')} kể từ lúc ${from.vi}, theo ${name.vi}`,
    en: `${formatLimit(limit, 'en')} from ${from.en}, by ${name.en}`,
  };
}

/** The words of a promise under a new limit: from when it counts stays. */
export function restated(clock: Clock, limit: LimitText, book: Book): Words {
  const words = promiseWords(clock, book);
  const say = (language: 'vi' | 'en') =>
    formatLimit(parseLimit(limit), language) +
    words[language].slice(formatLimit(parseLimit(clock.limit), language).length);
  return { vi: say('vi'), en: say('en') };
}

/** The words of the promise beside its date. */
export const promiseWords = (clock: Clock, book: Book): Words =>
  clock.words ?? wordsOf(clock, 'filed', book);
