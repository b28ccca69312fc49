import type { Words } from '#lifecycle';
import type { PrivacyClass } from '#privacy';
import { optionalWords } from '../parts/fields.js';

export const stepNames = ['say', 'place', 'send'] as const;
export type Step = (typeof stepNames)[number];

export const stepTitles: Record<Step, Words> = {
  say: { vi: 'Bạn muốn phản ánh điều gì?', en: 'What do you want to report?' },
  place: { vi: 'Việc gì, ở đâu?', en: 'What is it, and where?' },
  send: { vi: 'Xem lại và gửi', en: 'Check and send' },
};

export const filingWords = {
  title: { vi: 'Gửi phản ánh', en: 'Report' },
  stepOf: { vi: 'Bước', en: 'Step' },
  text: { vi: 'Điều gì đang xảy ra?', en: 'What is happening?' },
  textHint: {
    vi: 'Một hai câu là đủ: cái gì, ở đâu, từ bao giờ. Không cần văn bản trang trọng.',
    en: 'A sentence or two will do: what, where, since when. Nothing formal is needed.',
  },
  textSample: {
    vi: 'Ví dụ: Đèn đường trước số 20 phố Hòa Mã tắt ba tối nay.',
    en: 'For example: the street light at 20 Hòa Mã has been out for three nights.',
  },
  next: { vi: 'Tiếp tục', en: 'Continue' },
  change: { vi: 'Sửa', en: 'Change' },
  back: { vi: 'Quay lại', en: 'Back' },
  category: { vi: 'Thuộc lĩnh vực nào?', en: 'What is it about?' },
  categoryHint: {
    vi: 'Gợi ý từ lời bạn viết. Chọn sai cũng không sao: Trung tâm sẽ xem lại.',
    en: 'Suggested from your words. A wrong choice does no harm: the center checks it.',
  },
  categoryAny: {
    vi: 'Chưa rõ, nhờ Trung tâm chọn giúp',
    en: 'Not sure: let the center choose',
  },
  categoryAll: { vi: 'Tất cả lĩnh vực', en: 'All categories' },
  place: { vi: 'Ở đâu?', en: 'Where?' },
  placeHint: {
    vi: 'Một trong các cách là đủ: địa chỉ, phường xã hoặc điểm trên bản đồ.',
    en: 'One of these is enough: an address, a ward or a point on the map.',
  },
  placeNone: {
    vi: 'Việc này không cần địa điểm.',
    en: 'No place is needed for this.',
  },
  address: { vi: 'Địa chỉ hoặc mô tả chỗ đó', en: 'Address, or how to find it' },
  ward: { vi: 'Phường, xã', en: 'Ward or commune' },
  wardNone: { vi: '— Chọn phường, xã —', en: '— Choose a ward —' },
  point: { vi: 'Điểm trên bản đồ', en: 'Point on the map' },
  photos: { vi: 'Ảnh', en: 'Photos' },
  photosHint: {
    vi: 'Không bắt buộc. Nhiều nhất 5 ảnh hoặc PDF, mỗi tệp 10 MB. Thông tin vị trí trong ảnh được xóa khi lưu.',
    en: 'Optional. At most 5 photos or PDF of 10 MB each. The place inside a photo is removed when it is kept.',
  },
  photosAgain: {
    vi: 'Ảnh đã chọn chưa được lưu, xin chọn lại.',
    en: 'Photos that were chosen are not kept; please choose them again.',
  },
  questions: { vi: 'Vài điều cần biết thêm', en: 'A few more things' },
  optional: optionalWords,
  choose: { vi: '— Chọn —', en: '— Choose —' },
  contact: { vi: 'Báo kết quả cho bạn', en: 'How to tell you the result' },
  contactHint: {
    vi: 'Không bắt buộc: có mã theo dõi là xem được kết quả. Có số điện thoại hoặc thư thì Trung tâm báo và hỏi thêm được.',
    en: 'Optional: with the tracking code you can see the result. With a phone number or mail the center can tell and ask you.',
  },
  contactNeeded: {
    vi: 'Lĩnh vực này cần họ tên và điện thoại hoặc thư điện tử, để tìm đúng hồ sơ của bạn.',
    en: 'This category needs your name and a phone number or mail address, so that your file is found.',
  },
  name: { vi: 'Họ và tên', en: 'Name' },
  phone: { vi: 'Số điện thoại', en: 'Phone number' },
  email: { vi: 'Thư điện tử', en: 'Mail address' },
  type: { vi: 'Bạn gửi thay cho ai?', en: 'On whose behalf?' },
  person: { vi: 'Cho tôi', en: 'Myself' },
  organisation: { vi: 'Một tổ chức', en: 'An organisation' },
  business: { vi: 'Một doanh nghiệp', en: 'A business' },
  whoSees: { vi: 'Ai biết bạn là ai', en: 'Who will know you' },
  proof: {
    vi: 'Nếu không để lại điện thoại hay thư, xin trả lời giúp',
    en: 'If you leave no phone number or mail, please answer this',
  },
  proofHint: {
    vi: 'Để biết không phải máy gửi hàng loạt.',
    en: 'So that we know it is no machine sending in bulk.',
  },
  neighbours: { vi: 'Gần đó đã có người báo', en: 'Others nearby have reported this' },
  neighboursHint: {
    vi: 'Cùng một việc thì được xử lý chung, và bạn vẫn có mã riêng để theo dõi.',
    en: 'The same matter is handled together; you still get a code of your own.',
  },
  joinMe: { vi: 'Tôi cũng gặp việc này', en: 'I have this too' },
  joinNone: { vi: 'Không, việc của tôi khác', en: 'No, mine is another matter' },
  people: { vi: 'người đã báo', en: 'people have reported it' },
  since: { vi: 'từ', en: 'since' },
  review: { vi: 'Bạn sắp gửi', en: 'What you are about to send' },
  noPlace: { vi: 'Chưa có địa điểm', en: 'No place yet' },
  send: { vi: 'Gửi phản ánh', en: 'Send the report' },
  emergency: {
    vi: 'Nếu đang nguy hiểm, xin gọi ngay',
    en: 'If somebody is in danger, call now',
  },
  emergencyHint: {
    vi: 'Phản ánh ở đây không thay cuộc gọi khẩn cấp.',
    en: 'A report here does not replace an emergency call.',
  },
  wrong: { vi: 'Còn chỗ cần sửa', en: 'Something needs mending' },
  again: {
    vi: 'Nội dung này đã được gửi trước đó với lời khác. Bấm gửi lần nữa sẽ thành một phản ánh mới.',
    en: 'This was sent before with other words. Sending it again makes a new report.',
  },
  kept: { vi: 'Những gì bạn viết vẫn còn nguyên bên dưới.', en: 'What you wrote is still here.' },
  needScript: {
    vi: 'Có thể lấy vị trí và thu nhỏ ảnh khi trình duyệt chạy được JavaScript.',
    en: 'With JavaScript the page can also find your position and make photos smaller.',
  },
} satisfies Record<string, Words>;

export const divertWords = {
  nothingKept: {
    vi: 'Chưa có gì được lưu. Chúng tôi chỉ đếm số lượt hướng dẫn, không giữ lời hay danh tính của bạn.',
    en: 'Nothing was kept. We only count how often this page is shown, not your words or who you are.',
  },
  because: { vi: 'Vì sao bạn thấy trang này', en: 'Why you see this page' },
  where: { vi: 'Gửi ở đâu', en: 'Where to file it' },
  form: { vi: 'Cần có gì', en: 'What it needs' },
  identity: { vi: 'Danh tính của bạn', en: 'Your identity' },
  limits: { vi: 'Thời hạn theo luật', en: 'Limits by law' },
  what: { vi: 'Việc', en: 'What' },
  limit: { vi: 'Thời hạn', en: 'Limit' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  instead: { vi: 'Trung tâm giúp được gì', en: 'What the center can do' },
  asReport: {
    vi: 'Không phải vậy, đây là phản ánh',
    en: 'It is not that: this is a report',
  },
  toText: { vi: 'Sửa lại lời viết', en: 'Change the words' },
  choose: { vi: 'Xin chọn một.', en: 'Please choose one.' },
} satisfies Record<string, Words>;

export const receiptWords = {
  title: { vi: 'Đã tiếp nhận', en: 'Received' },
  thanks: {
    vi: 'Cảm ơn bạn. Trung tâm đã nhận và sẽ theo đến khi có kết quả.',
    en: 'Thank you. The center has it and follows it until there is a result.',
  },
  code: { vi: 'Mã theo dõi của bạn', en: 'Your tracking code' },
  keep: {
    vi: 'Giữ mã này: ai có mã thì xem được tiến độ, và chỉ có mã mới xem được.',
    en: 'Keep it: whoever has the code sees the progress, and nobody without it.',
  },
  qr: { vi: 'Mã QR mở trang theo dõi', en: 'QR code that opens the progress' },
  follow: { vi: 'Xem tiến độ', en: 'See the progress' },
  promise: { vi: 'Trả lời trước', en: 'Answer by' },
  because: { vi: 'vì', en: 'because' },
  holder: { vi: 'Đang ở', en: 'Who has it' },
  category: { vi: 'Lĩnh vực', en: 'Category' },
  why: { vi: 'Vì sao chuyển đến đó', en: 'Why it went there' },
  next: { vi: 'Điều gì xảy ra tiếp', en: 'What happens next' },
  save: { vi: 'Lưu mã thành tệp', en: 'Save the code as a file' },
  print: { vi: 'In biên nhận', en: 'Print' },
  share: { vi: 'Chia sẻ', en: 'Share' },
  copy: { vi: 'Chép mã', en: 'Copy the code' },
  copied: { vi: 'Đã chép mã.', en: 'The code was copied.' },
  another: { vi: 'Gửi phản ánh khác', en: 'Report something else' },
  shared: { vi: 'Nhiều người cùng báo', en: 'Many report the same' },
} satisfies Record<string, Words>;

export const nextSteps: readonly Words[] = [
  {
    vi: 'Cơ quan nhận việc, cử người phụ trách và báo lên trang theo dõi.',
    en: 'The agency takes it on and names a person; you see it on the progress page.',
  },
  {
    vi: 'Nếu cần hỏi thêm, câu hỏi hiện ở trang theo dõi; đồng hồ dừng trong lúc chờ bạn.',
    en: 'If something is unclear, the question stands on the progress page; the clock waits for you.',
  },
  {
    vi: 'Trung tâm xem lại kết quả trước khi gửi bạn. Chưa ổn thì bạn mở lại được.',
    en: 'The center checks the result before you get it. If it is not mended, you can reopen it.',
  },
];

/** Who comes to know a filer, in plain words; what the program's own rules (`#privacy`) hold. */
export const seenBy: Record<PrivacyClass, Words> = {
  NORMAL: {
    vi: 'Chỉ Trung tâm biết bạn là ai. Cơ quan xử lý không thấy tên và liên hệ của bạn; thủ trưởng cơ quan muốn biết phải nêu lý do, và việc đó được ghi lại. Không bao giờ công khai.',
    en: 'Only the center knows who you are. The agency does not see your name or contact; its head has to give a reason to know, which is put on record. Never public.',
  },
  PERSONAL: {
    vi: 'Trung tâm và cơ quan xử lý thấy tên và liên hệ của bạn, vì cần tìm đúng hồ sơ. Không bao giờ công khai.',
    en: 'The center and the agency that handles it see your name and contact, to find your file. Never public.',
  },
  REPORTER_HIDDEN: {
    vi: 'Chỉ Trung tâm biết bạn là ai. Cơ quan xử lý và người bị phản ánh không thấy và không xin xem được. Không bao giờ công khai.',
    en: 'Only the center knows who you are. The agency and whoever it is about do not see it and cannot ask to. Never public.',
  },
  PROTECTED: {
    vi: 'Danh tính của bạn được niêm phong. Cơ quan, người bị phản ánh và cả điện thoại viên đều không thấy. Chỉ lãnh đạo Trung tâm mở được, phải nêu lý do và việc mở được ghi lại. Nội dung không đến tay đơn vị bị phản ánh.',
    en: 'Your identity is sealed. Neither the agency, nor whoever it is about, nor the operators see it. Only a supervisor of the center can open it, for a reason and on record. What you write does not reach the office that it is about.',
  },
  SENSITIVE: {
    vi: 'Danh tính của bạn được niêm phong. Cơ quan xử lý không thấy. Người của Trung tâm muốn mở phải nêu lý do và việc mở được ghi lại. Không bao giờ công khai.',
    en: 'Your identity is sealed. The agency does not see it. Staff of the center have to give a reason to open it, which is put on record. Never public.',
  },
  DENUNCIATION_CHECK: {
    vi: 'Danh tính của bạn được niêm phong. Cơ quan, người bị phản ánh và cả điện thoại viên đều không thấy. Chỉ lãnh đạo Trung tâm mở được, phải nêu lý do và việc mở được ghi lại. Nếu là tố cáo, Trung tâm không lưu gì và chỉ dẫn nơi nhận theo luật.',
    en: 'Your identity is sealed. Neither the agency, nor whoever it is about, nor the operators see it. Only a supervisor of the center can open it, for a reason and on record. If it is a denunciation, nothing is kept and you are shown where it belongs.',
  },
};

/** What only the page with script says. */
export const islandWords = {
  ask: { vi: 'Bạn muốn phản ánh điều gì?', en: 'What do you want to report?' },
  saved: { vi: 'Đã giữ trên máy này', en: 'Kept on this device' },
  restored: {
    vi: 'Đây là phần bạn viết dở lần trước, chưa gửi.',
    en: 'This is what you had begun to write and not sent.',
  },
  clear: { vi: 'Bỏ, viết lại từ đầu', en: 'Drop it and begin anew' },
  here: { vi: 'Vị trí của tôi', en: 'My position' },
  finding: { vi: 'Đang tìm vị trí…', en: 'Finding your position…' },
  hereFailed: {
    vi: 'Máy không cho biết vị trí. Xin chọn trên bản đồ hoặc viết địa chỉ.',
    en: 'The device gave no position. Please use the map or write the address.',
  },
  map: { vi: 'Chọn trên bản đồ', en: 'Choose on the map' },
  mapUse: { vi: 'Lấy điểm giữa bản đồ', en: 'Take the middle of the map' },
  mapClose: { vi: 'Đóng bản đồ', en: 'Close the map' },
  mapHint: {
    vi: 'Kéo bản đồ để ghim nằm đúng chỗ. Bằng bàn phím: phím mũi tên và +/−.',
    en: 'Move the map until the pin is right. By keyboard: arrow keys and +/−.',
  },
  mapFailed: { vi: 'Chưa mở được bản đồ.', en: 'The map could not be opened.' },
  pointSet: { vi: 'Đã có điểm trên bản đồ', en: 'A point on the map is set' },
  pointFromPhoto: { vi: 'Lấy từ ảnh', en: 'Taken from the photo' },
  pointClear: { vi: 'Bỏ điểm này', en: 'Remove the point' },
  takePhoto: { vi: 'Chụp hoặc chọn ảnh', en: 'Take or choose photos' },
  dropHere: { vi: 'hoặc kéo ảnh vào đây', en: 'or drop photos here' },
  shrinking: { vi: 'Đang thu nhỏ ảnh…', en: 'Making the photo smaller…' },
  removePhoto: { vi: 'Bỏ ảnh', en: 'Remove photo' },
  tooMany: { vi: 'Nhiều nhất 5 tệp.', en: 'At most 5 files.' },
  badPhoto: { vi: 'Không đọc được tệp này.', en: 'This file cannot be read.' },
  photoPlace: {
    vi: 'Ảnh có ghi nơi chụp. Dùng làm địa điểm của phản ánh?',
    en: 'The photo tells where it was taken. Use it as the place of the report?',
  },
  photoPlaceUse: { vi: 'Dùng nơi chụp ảnh', en: 'Use the photo’s place' },
  photoPlaceLeave: { vi: 'Không dùng', en: 'Do not use it' },
  photoPrivacy: {
    vi: 'Ảnh được thu nhỏ ngay trên máy này; nơi chụp và thông tin máy bị bỏ trước khi gửi.',
    en: 'Photos are made smaller on this device; where and with what they were taken is left out.',
  },
  placeNeeded: {
    vi: 'Cần địa điểm: vị trí, địa chỉ hoặc phường xã.',
    en: 'A place is needed: a position, an address or a ward.',
  },
  textNeeded: {
    vi: 'Xin viết rõ hơn: từ 10 đến 4.000 chữ cái.',
    en: 'Please say a little more: 10 to 4,000 characters.',
  },
  answerNeeded: { vi: 'Câu hỏi này cần trả lời.', en: 'This question needs an answer.' },
  sending: { vi: 'Đang gửi…', en: 'Sending…' },
  waiting: { vi: 'Chưa gửi được, đang chờ có mạng', en: 'Not sent yet: waiting for the network' },
  waitingHint: {
    vi: 'Phản ánh nằm an toàn trên máy này và tự gửi một lần khi có mạng. Bạn đóng trang cũng được; lần sau mở lại sẽ thấy biên nhận.',
    en: 'Your report is safe on this device and sends itself once when the network is back. You may close the page; the receipt shows when you return.',
  },
  sendNow: { vi: 'Thử gửi ngay', en: 'Try now' },
  sentWhileAway: { vi: 'Đã gửi xong', en: 'Sent' },
  openReceipt: { vi: 'Mở biên nhận', en: 'Open the receipt' },
  refusedWhileAway: {
    vi: 'Có một phản ánh chưa gửi được, cần bạn xem lại.',
    en: 'One report could not be sent and needs a look from you.',
  },
  openAgain: { vi: 'Mở lại để sửa', en: 'Open it again' },
  offline: {
    vi: 'Máy đang không có mạng. Cứ viết và bấm gửi, phản ánh sẽ tự đi khi có mạng.',
    en: 'There is no network. Write and send as usual; the report goes when the network is back.',
  },
  suggestedFor: { vi: 'Gợi ý theo lời bạn viết', en: 'Suggested from your words' },
  contactMore: { vi: 'Để lại liên hệ', en: 'Leave a contact' },
} satisfies Record<string, Words>;
