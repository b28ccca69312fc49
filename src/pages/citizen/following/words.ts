import type { Status, Words } from '#lifecycle';

export const deeds = ['reply', 'confirm', 'rate', 'reopen', 'appeal'] as const;
/** What the filer can do on the page. */
export type Deed = (typeof deeds)[number];

export const findWords = {
  title: { vi: 'Theo dõi phản ánh', en: 'Follow a complaint' },
  lead: {
    vi: 'Nhập mã theo dõi trên giấy hẹn hoặc trong thư. Chữ hoa, chữ thường, dấu cách hay thiếu gạch nối đều được.',
    en: 'Type the tracking code of your receipt or of our mail. Capitals, spaces and missing dashes do not matter.',
  },
  code: { vi: 'Mã theo dõi', en: 'Tracking code' },
  hint: { vi: 'Ví dụ: 7K3M-Q9TD-2XWA-5H8R', en: 'For example: 7K3M-Q9TD-2XWA-5H8R' },
  find: { vi: 'Xem tiến độ', en: 'See progress' },
  unknown: {
    vi: 'Không có phản ánh nào có mã này. Xin so lại từng ký tự với giấy hẹn hoặc thư; chữ O và số 0, chữ I và số 1 đọc như nhau.',
    en: 'No complaint has this code. Please compare each sign with your receipt or mail; O and 0, I and 1 read alike.',
  },
  lost: { vi: 'Mất mã theo dõi?', en: 'Lost the code?' },
  lostHow: {
    vi: 'Mã có trong thư đầu tiên của Trung tâm. Nếu không còn thư, xin gọi tổng đài',
    en: 'It is in the first mail from the center. If you no longer have it, please call',
  },
} satisfies Record<string, Words>;

export const tooManyWords = {
  title: { vi: 'Đã có quá nhiều mã không đúng', en: 'Too many codes were wrong' },
  why: {
    vi: 'Từ mạng này vừa có nhiều mã không tồn tại. Để không ai dò được mã của người khác, trang theo dõi tạm nghỉ. Phản ánh của bạn vẫn được giải quyết như thường.',
    en: 'Many codes that do not exist came from this network. So that nobody can guess the codes of others, this page rests for a while. Your complaint goes on as usual.',
  },
  again: { vi: 'Xin thử lại từ', en: 'Please try again from' },
  help: {
    vi: 'Cần biết ngay? Gọi tổng đài và đọc mã của bạn:',
    en: 'Is it urgent? Call the hotline and read out your code:',
  },
  follow: { vi: 'Thử lại', en: 'Try again' },
} satisfies Record<string, Words>;

/** Where a matter is, as one would tell a neighbour. */
export const statusLead: Record<Status, Words> = {
  new: {
    vi: 'Trung tâm đang đọc và tìm đúng cơ quan phải trả lời bạn.',
    en: 'The center is reading it and finding the agency that must answer you.',
  },
  waiting_filer: {
    vi: 'Đang chờ bạn trả lời câu hỏi bên dưới. Thời hạn tạm dừng cho đến khi bạn trả lời.',
    en: 'We are waiting for your reply to the question below. The deadline stands still until then.',
  },
  assigned: {
    vi: 'Đã giao cho cơ quan chủ trì; cơ quan này phải nhận việc và cử người làm.',
    en: 'An agency has been put in charge; it must take it on and name who does it.',
  },
  in_progress: {
    vi: 'Cơ quan chủ trì đã nhận và đang xử lý.',
    en: 'The agency in charge has taken it on and is working on it.',
  },
  answered: {
    vi: 'Cơ quan đã báo kết quả. Trung tâm đang kiểm tra trước khi gửi cho bạn.',
    en: 'The agency has answered. The center checks the answer before you get it.',
  },
  resolved: {
    vi: 'Đã có kết quả. Bạn xem có đúng không, rồi xác nhận, đánh giá hoặc báo chưa xong.',
    en: 'The result is here. See whether it is right; then confirm it, rate it, or say that it is not fixed.',
  },
  closed: { vi: 'Việc này đã kết thúc.', en: 'This matter has ended.' },
  rejected: {
    vi: 'Trung tâm không tiếp nhận. Lý do ở phần diễn biến bên dưới.',
    en: 'The center did not accept it. The reason is in the story below.',
  },
};

export const followWords = {
  mine: { vi: 'Phản ánh của bạn', en: 'Your complaint' },
  code: { vi: 'Mã theo dõi', en: 'Tracking code' },
  filed: { vi: 'Gửi lúc', en: 'Filed' },
  holder: { vi: 'Đang ở', en: 'Who has it' },
  since: { vi: 'từ', en: 'since' },
  lead: { vi: 'Cơ quan chủ trì', en: 'Agency in charge' },
  supporting: { vi: 'Cùng phối hợp', en: 'Supported by' },
  promise: { vi: 'Hẹn trả kết quả', en: 'Result promised by' },
  promised: { vi: 'Đã hẹn trả kết quả', en: 'The result was promised by' },
  why: { vi: 'Vì sao là ngày này', en: 'Why this date' },
  late: { vi: 'Đã quá hẹn', en: 'This is late' },
  wasLate: { vi: 'Kết quả đã đến sau hẹn.', en: 'The result came late.' },
  wasKept: { vi: 'Kết quả đã đến đúng hẹn.', en: 'The result came in time.' },
  sorry: {
    vi: 'Việc này đã quá ngày hẹn ban đầu. Trung tâm xin lỗi bạn và đang đôn đốc cơ quan chủ trì.',
    en: 'This is past the date that you were promised. The center apologises and is urging the agency in charge.',
  },
  newDate: { vi: 'Hẹn lại', en: 'New date' },
  paused: { vi: 'Thời hạn đang tạm dừng', en: 'The deadline stands still' },
  pausedWhy: {
    vi: 'Cần bạn bổ sung thông tin thì mới làm tiếp được. Nếu không có trả lời, việc này kết thúc vào',
    en: 'It cannot go on without what we asked you. Without a reply it ends on',
  },
  moves: { vi: 'Ngày hẹn đã thay đổi', en: 'The date has changed' },
  from: { vi: 'từ', en: 'from' },
  to: { vi: 'sang', en: 'to' },
  incident: { vi: 'Thuộc một sự việc chung', en: 'Part of a larger matter' },
  othersReport: { vi: 'người khác cũng phản ánh', en: 'others report it too' },
  linked: { vi: 'Phần được tách ra giải quyết riêng', en: 'Handled by itself' },
  answer: { vi: 'Kết quả giải quyết', en: 'The result' },
  finding: { vi: 'Đã kiểm tra thấy', en: 'What was found' },
  done: { vi: 'Đã làm', en: 'What was done' },
  basis: { vi: 'Căn cứ', en: 'Legal basis' },
  photo: { vi: 'Ảnh', en: 'Photo' },
  file: { vi: 'Tài liệu', en: 'Document' },
  by: { vi: 'Cơ quan trả lời', en: 'Answered by' },
  disagree: {
    vi: 'Không đồng ý với kết quả? Báo “chưa xong” ngay tại đây, hoặc khiếu nại theo Luật Khiếu nại.',
    en: 'You do not agree? Say “not fixed” here, or lodge a complaint under the Law on Complaints.',
  },
  disagreeHow: { vi: 'Khiếu nại thế nào', en: 'How to do that' },
  story: { vi: 'Diễn biến', en: 'What has happened' },
  can: { vi: 'Bạn có thể', en: 'What you can do' },
  nothing: { vi: 'Hiện bạn không cần làm gì.', en: 'There is nothing for you to do now.' },
  print: { vi: 'In trang này', en: 'Print this page' },
  keep: {
    vi: 'Giữ mã này: ai có mã thì xem được tiến độ.',
    en: 'Keep this code: whoever has it can follow the matter.',
  },
  qr: { vi: 'Mã QR mở trang này', en: 'QR code that opens this page' },
  restricted: {
    vi: 'Phản ánh này không công khai và thông tin của bạn đang được hạn chế.',
    en: 'This complaint is not published and your details are restricted.',
  },
  live: { vi: 'Tự cập nhật', en: 'Updates by itself' },
  lost: {
    vi: 'Mất kết nối. Trang sẽ tự cập nhật khi có mạng trở lại.',
    en: 'Connection lost. The page catches up when it is back.',
  },
  keptTyped: {
    vi: 'Trạng thái vừa thay đổi; phần bạn đang viết được giữ nguyên.',
    en: 'The status has just changed; what you were writing is kept.',
  },
} satisfies Record<string, Words>;

interface DeedWords {
  title: Words;
  lead: Words;
  text?: Words;
  send: Words;
  done: Words;
}

export const deedWords: Record<Deed, DeedWords> = {
  reply: {
    title: { vi: 'Nhắn thêm cho cơ quan xử lý', en: 'Add a message' },
    lead: {
      vi: 'Thêm chi tiết hoặc ảnh. Cơ quan đang giữ việc sẽ đọc được.',
      en: 'Add details or photos. The agency that has the matter reads it.',
    },
    text: { vi: 'Nội dung', en: 'Message' },
    send: { vi: 'Gửi', en: 'Send' },
    done: { vi: 'Đã gửi. Cảm ơn bạn.', en: 'Sent. Thank you.' },
  },
  confirm: {
    title: { vi: 'Xác nhận đã xong', en: 'Confirm the result' },
    lead: {
      vi: 'Kết quả đúng như đã báo: việc này kết thúc.',
      en: 'The result is as it was told: the matter ends.',
    },
    send: { vi: 'Đúng, đã xong', en: 'Yes, it is done' },
    done: {
      vi: 'Cảm ơn bạn đã xác nhận. Việc này đã kết thúc.',
      en: 'Thank you for confirming. The matter has ended.',
    },
  },
  rate: {
    title: { vi: 'Đánh giá', en: 'Rate it' },
    lead: {
      vi: 'Điểm thấp sẽ được Trung tâm xem xét lại.',
      en: 'A low rating puts the answer before the center again.',
    },
    text: { vi: 'Lời nhắn cho Trung tâm (không bắt buộc)', en: 'A word to the center (optional)' },
    send: { vi: 'Gửi đánh giá', en: 'Send the rating' },
    done: { vi: 'Cảm ơn bạn đã đánh giá.', en: 'Thank you for your rating.' },
  },
  reopen: {
    title: { vi: 'Chưa xong', en: 'It is not fixed' },
    lead: {
      vi: 'Việc được mở lại với thời hạn mới, ngắn hơn, cho cùng cơ quan.',
      en: 'The matter is opened again for the same agency, with a new, shorter deadline.',
    },
    text: { vi: 'Còn gì chưa đúng?', en: 'What is not right?' },
    send: { vi: 'Báo chưa xong', en: 'Say that it is not fixed' },
    done: {
      vi: 'Đã mở lại. Cơ quan chủ trì phải làm tiếp theo hẹn mới.',
      en: 'It is open again. The agency in charge goes on, by the new date.',
    },
  },
  appeal: {
    title: { vi: 'Đề nghị xem lại', en: 'Ask for another look' },
    lead: {
      vi: 'Mỗi phản ánh được đề nghị xem lại một lần. Lãnh đạo Trung tâm quyết định.',
      en: 'Once for each complaint. The supervisor of the center decides.',
    },
    text: { vi: 'Vì sao nên xem lại?', en: 'Why should it be looked at again?' },
    send: { vi: 'Đề nghị xem lại', en: 'Ask for another look' },
    done: { vi: 'Đã gửi đề nghị xem lại.', en: 'Your request was sent.' },
  },
};

export const questionWords = {
  title: { vi: 'Trả lời câu hỏi', en: 'Reply to the question' },
  text: { vi: 'Trả lời của bạn', en: 'Your reply' },
  send: { vi: 'Gửi trả lời', en: 'Send the reply' },
  asked: { vi: 'Câu hỏi', en: 'The question' },
} satisfies Record<string, Words>;

export const rateWords = {
  score: { vi: 'Bạn hài lòng đến mức nào?', en: 'How satisfied are you?' },
  more: { vi: 'Chấm từng mặt (không bắt buộc)', en: 'By part (optional)' },
  none: { vi: 'Không chấm', en: 'No rating' },
} satisfies Record<string, Words>;

export const scoreWords: readonly Words[] = [
  { vi: 'Rất không hài lòng', en: 'Very dissatisfied' },
  { vi: 'Không hài lòng', en: 'Dissatisfied' },
  { vi: 'Bình thường', en: 'Neither' },
  { vi: 'Hài lòng', en: 'Satisfied' },
  { vi: 'Rất hài lòng', en: 'Very satisfied' },
];

/** The five factors of SIPAS. */
export const factorWords = {
  access: { vi: 'Gửi phản ánh dễ hay khó', en: 'How easy it was to reach us' },
  procedure: { vi: 'Cách làm rõ ràng, đúng hẹn', en: 'Clear steps, in time' },
  official: { vi: 'Thái độ của cán bộ', en: 'How staff treated you' },
  result: { vi: 'Kết quả', en: 'The result' },
  feedback: { vi: 'Việc tiếp thu ý kiến của bạn', en: 'How your feedback was taken' },
} satisfies Record<string, Words>;

export const formWords = {
  wrong: { vi: 'Chưa gửi được', en: 'This was not sent' },
  kept: { vi: 'Những gì bạn viết vẫn còn ở bên dưới.', en: 'What you wrote is kept below.' },
  photos: { vi: 'Ảnh hoặc PDF (không bắt buộc)', en: 'Photos or PDF (optional)' },
  photosHint: { vi: 'Nhiều nhất 5 tệp, mỗi tệp 10 MB.', en: 'At most 5 files of 10 MB.' },
  filesAgain: {
    vi: 'Ảnh và tệp đã chọn chưa được lưu, xin chọn lại.',
    en: 'Photos and files that were chosen are not kept; please choose them again.',
  },
  back: { vi: 'Mở lại trang theo dõi', en: 'Open the page again' },
} satisfies Record<string, Words>;
