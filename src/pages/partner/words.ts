import { returnGrounds, type Words } from '#lifecycle';
import { groundWords } from '../../complaints/words.js';

export const steps = ['accept', 'answer', 'ask', 'return'] as const;
export type Step = (typeof steps)[number];

/** What each form of the page is for. */
export const stepWords: Record<Step, { title: Words; lead: Words; send: Words; done: Words }> = {
  accept: {
    title: { vi: 'Tiếp nhận', en: 'Accept' },
    lead: {
      vi: 'Đơn vị nhận xử lý việc này.',
      en: 'Your agency takes this matter on.',
    },
    send: { vi: 'Tiếp nhận việc này', en: 'Accept this matter' },
    done: { vi: 'Đã tiếp nhận.', en: 'Accepted.' },
  },
  answer: {
    title: { vi: 'Báo kết quả', en: 'Answer' },
    lead: {
      vi: 'Trung tâm xem lại rồi gửi cho người phản ánh. Ảnh trước và sau khi xử lý giúp không phải hỏi lại.',
      en: 'The center reviews it and sends it to the filer. Photos from before and after spare a question.',
    },
    send: { vi: 'Gửi kết quả', en: 'Send the answer' },
    done: {
      vi: 'Đã gửi kết quả. Trung tâm sẽ xem lại trước khi gửi cho người phản ánh.',
      en: 'The answer was sent. The center reviews it before the filer gets it.',
    },
  },
  ask: {
    title: { vi: 'Hỏi thêm người phản ánh', en: 'Ask the filer' },
    lead: {
      vi: 'Thời hạn dừng lại cho đến khi có trả lời.',
      en: 'The deadlines wait until there is a reply.',
    },
    send: { vi: 'Gửi câu hỏi', en: 'Send the question' },
    done: {
      vi: 'Đã gửi câu hỏi. Câu trả lời sẽ hiện ở trang này.',
      en: 'The question was sent. The reply will show on this page.',
    },
  },
  return: {
    title: { vi: 'Trả lại', en: 'Return' },
    lead: {
      vi: 'Việc không phải của đơn vị. Gửi xong thì đường liên kết này hết hiệu lực.',
      en: 'The matter is not your agency’s. Once it is sent, this link ends.',
    },
    send: { vi: 'Trả lại việc này', en: 'Return this matter' },
    done: {
      vi: 'Đã trả lại. Trung tâm sẽ chuyển việc này đến đúng cơ quan; đơn vị không phải làm gì thêm.',
      en: 'Returned. The center brings the matter to the right agency; nothing more is needed from you.',
    },
  },
};

export const pageWords = {
  acceptBy: { vi: 'Tiếp nhận trước', en: 'Accept by' },
  address: { vi: 'Địa điểm', en: 'Place' },
  back: { vi: 'Mở lại việc này', en: 'Open the matter again' },
  category: { vi: 'Phản ánh', en: 'Complaint' },
  dueAt: { vi: 'Hẹn trả kết quả', en: 'Answer promised by' },
  file: { vi: 'Tài liệu', en: 'Document' },
  filerSays: { vi: 'Nội dung phản ánh', en: 'What was filed' },
  filesAgain: {
    vi: 'Ảnh và tệp đã chọn chưa được lưu, xin chọn lại.',
    en: 'Photos and files that were chosen are not kept; please choose them again.',
  },
  map: { vi: 'Mở bản đồ', en: 'Open the map' },
  nothingOpen: {
    vi: 'Hiện không có việc gì cần đơn vị làm.',
    en: 'There is nothing for your agency to do now.',
  },
  photo: { vi: 'Ảnh', en: 'Photo' },
  said: { vi: 'Trao đổi', en: 'What was said' },
  skip: { vi: 'Đến phần xử lý', en: 'Skip to what you can do' },
  status: { vi: 'Trạng thái', en: 'Status' },
  urgency: { vi: 'Mức độ', en: 'Urgency' },
  valid: {
    vi: 'Đường liên kết này thay cho tài khoản của đơn vị, xin không chuyển tiếp. Dùng được đến',
    en: 'This link stands for an account of your agency; please do not pass it on. It works until',
  },
  uses: { vi: 'số lần gửi còn lại', en: 'times something can still be sent' },
  wrong: { vi: 'Chưa gửi được', en: 'This was not sent' },
  closed: { vi: 'Chưa mở được việc này', en: 'The matter could not be opened' },
  other: { vi: 'English', en: 'Tiếng Việt' },
  hotline: { vi: 'Điện thoại của trung tâm', en: 'Phone of the center' },
} satisfies Record<string, Words>;

export const saidWords: Record<string, Words> = {
  question_asked: { vi: 'Đơn vị hỏi', en: 'Your agency asked' },
  filer_replied: { vi: 'Người phản ánh trả lời', en: 'The filer replied' },
  sent_back: { vi: 'Trung tâm yêu cầu bổ sung', en: 'The center asks for more' },
};

export const fieldWords = {
  question: { vi: 'Câu hỏi gửi người phản ánh', en: 'The question to the filer' },
  finding: { vi: 'Kiểm tra thấy gì', en: 'What was found' },
  findingHint: {
    vi: 'Đúng, đúng một phần, hay không đúng.',
    en: 'True, partly true, or not true.',
  },
  done: { vi: 'Đã làm gì, lúc nào', en: 'What was done, and when' },
  doneHint: { vi: 'Nếu chưa làm: vì sao.', en: 'If nothing was done: why.' },
  basis: { vi: 'Căn cứ pháp lý (nếu có)', en: 'Legal basis (if any)' },
  files: { vi: 'Ảnh hoặc PDF', en: 'Photos or PDF' },
  filesHint: { vi: 'Nhiều nhất 5 tệp, mỗi tệp 10 MB.', en: 'At most 5 files of 10 MB.' },
  ground: { vi: 'Lý do', en: 'Ground' },
  proposed: { vi: 'Cơ quan cần nhận', en: 'The agency whose it is' },
  proposedHint: {
    vi: 'Cần có khi không thuộc thẩm quyền hoặc địa bàn.',
    en: 'Needed when the matter is not yours or not in your area.',
  },
  proposedNone: { vi: 'Không đề xuất', en: 'None' },
  more: { vi: 'Nói rõ thêm', en: 'In your words' },
} satisfies Record<string, Words>;

export const grounds = returnGrounds.map((value) => ({ value, label: groundWords[value] }));
