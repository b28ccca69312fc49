import type { Role, Words } from '#lifecycle';

export const askables = ['access', 'correct', 'restrict', 'lift', 'withdraw'] as const;
/** What a person can ask for on the page; to lift a restriction is a wish of its own there. */
export type Askable = (typeof askables)[number];

interface AskableWords {
  name: Words;
  hint: Words;
  send: Words;
  done: Words;
}

export const askableWords: Record<Askable, AskableWords> = {
  access: {
    name: { vi: 'Xem và nhận bản sao', en: 'See it and get a copy' },
    hint: {
      vi: 'Tất cả những gì đang lưu về bạn, ai đã mở danh tính và vì sao.',
      en: 'Everything that is kept of you, who had your identity opened, and why.',
    },
    send: { vi: 'Xem dữ liệu của tôi', en: 'Show my data' },
    done: { vi: 'Đây là dữ liệu của bạn', en: 'This is your data' },
  },
  correct: {
    name: { vi: 'Sửa thông tin liên hệ', en: 'Correct my contact' },
    hint: {
      vi: 'Họ tên, điện thoại, thư điện tử, địa chỉ. Có hiệu lực ngay.',
      en: 'Name, phone, mail and postal address. It counts at once.',
    },
    send: { vi: 'Lưu thông tin đã sửa', en: 'Save the correction' },
    done: { vi: 'Thông tin đã được sửa', en: 'Your contact was corrected' },
  },
  restrict: {
    name: { vi: 'Hạn chế sử dụng', en: 'Restrict its use' },
    hint: {
      vi: 'Phản ánh không còn công khai; chỉ lãnh đạo Trung tâm mở được danh tính, phải nêu lý do. Việc vẫn được giải quyết.',
      en: 'The complaint is no longer public, and a supervisor alone can open your identity, for a reason. The matter goes on.',
    },
    send: { vi: 'Hạn chế sử dụng', en: 'Restrict its use' },
    done: { vi: 'Dữ liệu của bạn đã được hạn chế', en: 'Your data is now restricted' },
  },
  lift: {
    name: { vi: 'Bỏ hạn chế', en: 'Lift the restriction' },
    hint: {
      vi: 'Phản ánh được công khai trở lại, không kèm danh tính của bạn.',
      en: 'The complaint is public again, without your identity.',
    },
    send: { vi: 'Bỏ hạn chế', en: 'Lift the restriction' },
    done: { vi: 'Đã bỏ hạn chế', en: 'The restriction was lifted' },
  },
  withdraw: {
    name: { vi: 'Rút lại sự đồng ý và xóa', en: 'Withdraw my consent and delete it' },
    hint: {
      vi: 'Danh tính được hạn chế ngay. Lãnh đạo Trung tâm quyết định việc xóa và trả lời bạn.',
      en: 'Your identity is restricted at once. A supervisor decides on deleting it and answers you.',
    },
    send: { vi: 'Rút lại và đề nghị xóa', en: 'Withdraw and ask for deletion' },
    done: { vi: 'Đã ghi nhận việc rút lại', en: 'Your withdrawal was taken' },
  },
};

export const rightsWords = {
  title: { vi: 'Dữ liệu của bạn', en: 'Your data' },
  lead: {
    vi: 'Bạn quyết định về dữ liệu cá nhân đã gửi cùng phản ánh này: xem, sửa, hạn chế hoặc rút lại (Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15).',
    en: 'You decide on the personal data that came with this complaint: see, correct, restrict or withdraw it (Law on Personal Data Protection No. 91/2025/QH15).',
  },
  back: { vi: 'Về trang theo dõi', en: 'Back to the complaint' },
  what: { vi: 'Bạn muốn làm gì?', en: 'What do you want to do?' },
  contact: { vi: 'Thư điện tử đã để lại khi gửi', en: 'Mail address that you left when filing' },
  contactHint: {
    vi: 'Để chắc đó là bạn, một mã 6 số được gửi đến thư này.',
    en: 'A code of 6 digits is sent there, to be sure that it is you.',
  },
  phoneOnly: {
    vi: 'Chỉ để lại số điện thoại? Xin gọi tổng đài, điện thoại viên gọi lại số đã lưu để xác nhận:',
    en: 'You left only a phone number? Call the hotline; an operator calls the number on record back:',
  },
  getCode: { vi: 'Gửi mã cho tôi', en: 'Send me the code' },
  wrong: { vi: 'Chưa thực hiện được', en: 'This was not done' },
  code: { vi: 'Mã 6 số trong thư', en: 'The 6 digits from the mail' },
  anotherCode: { vi: 'Xin mã mới', en: 'Ask for a new code' },
  changesHint: { vi: 'Chỉ điền những gì cần sửa.', en: 'Fill in what is to be corrected, only.' },
  note: {
    vi: 'Lời nhắn cho người xử lý (không bắt buộc)',
    en: 'A word to whoever handles it (optional)',
  },
  requestCode: { vi: 'Mã theo dõi yêu cầu', en: 'Tracking code of this request' },
  requestWhy: {
    vi: 'Đơn vị bảo vệ dữ liệu của Trung tâm kiểm tra và trả lời bạn trước',
    en: 'The unit of the center that protects data checks it and answers you by',
  },
  followRequest: { vi: 'Theo dõi yêu cầu này', en: 'Follow this request' },
  asked: { vi: 'Đã yêu cầu', en: 'What was asked for' },
  restricted: {
    vi: 'Đang hạn chế sử dụng: phản ánh không công khai.',
    en: 'Its use is restricted: the complaint is not public.',
  },
  none: {
    vi: 'Với mã này không còn dữ liệu cá nhân nào để yêu cầu.',
    en: 'There is no personal data to ask for under this code.',
  },
  link: { vi: 'Xem, sửa hoặc rút lại dữ liệu của bạn', en: 'See, correct or withdraw your data' },
  digits: { vi: 'Mã gồm đúng 6 chữ số.', en: 'The code has exactly 6 digits.' },
  noChange: { vi: 'Xin điền ít nhất một ô cần sửa.', en: 'Please fill in at least one field.' },
  choose: { vi: 'Xin chọn một việc.', en: 'Please choose one.' },
} satisfies Record<string, Words>;

export const fieldWords = {
  name: { vi: 'Họ và tên', en: 'Name' },
  phone: { vi: 'Số điện thoại', en: 'Phone number' },
  email: { vi: 'Thư điện tử', en: 'Mail address' },
  address: { vi: 'Địa chỉ', en: 'Postal address' },
} satisfies Record<string, Words>;

export const copyWords = {
  save: { vi: 'Lưu bản sao (JSON)', en: 'Save the copy (JSON)' },
  print: { vi: 'In trang này', en: 'Print this page' },
  you: { vi: 'Về bạn', en: 'About you' },
  noIdentity: { vi: 'Không lưu danh tính nào.', en: 'No identity is kept.' },
  said: { vi: 'Bạn đã gửi', en: 'What you sent' },
  text: { vi: 'Nội dung', en: 'Your words' },
  place: { vi: 'Địa điểm', en: 'Place' },
  channel: { vi: 'Gửi qua', en: 'Sent by' },
  files: { vi: 'Tệp', en: 'Files' },
  reveals: { vi: 'Ai đã mở danh tính của bạn', en: 'Who had your identity opened' },
  noReveals: { vi: 'Chưa ai mở.', en: 'Nobody so far.' },
  kept: { vi: 'Lưu đến khi nào', en: 'How long it is kept' },
} satisfies Record<string, Words>;

export const roleWords: Record<Role, Words> = {
  operator: { vi: 'Điện thoại viên', en: 'Operator' },
  supervisor: { vi: 'Lãnh đạo Trung tâm', en: 'Supervisor of the center' },
  agency_head: { vi: 'Thủ trưởng cơ quan xử lý', en: 'Head of the agency' },
  officer: { vi: 'Cán bộ xử lý', en: 'Officer of the agency' },
  leader: { vi: 'Lãnh đạo thành phố', en: 'City leader' },
  observer: { vi: 'Người giám sát', en: 'Observer' },
  administrator: { vi: 'Quản trị', en: 'Administrator' },
};

export const channelWords: Record<string, Words> = {
  web: { vi: 'Trang web', en: 'Web page' },
  hotline: { vi: 'Tổng đài', en: 'Hotline' },
  import: { vi: 'Dữ liệu từ hệ thống cũ', en: 'An older system' },
  split: { vi: 'Trung tâm tách từ phản ánh khác', en: 'Split off by the center' },
};
