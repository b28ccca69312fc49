import type { Status, Words } from '#lifecycle';

export const publishedWords = {
  title: { vi: 'Phản ánh trong thành phố', en: 'Complaints in the city' },
  lead: {
    vi: 'Những việc người dân đã phản ánh và cơ quan nào đang làm. Không có tên hay số điện thoại của ai; vị trí được làm tròn.',
    en: 'What people have reported and which agency is on it. Nobody’s name or number is here; places are rounded.',
  },
  filter: { vi: 'Lọc', en: 'Filter' },
  show: { vi: 'Xem', en: 'Show' },
  category: { vi: 'Lĩnh vực', en: 'Category' },
  ward: { vi: 'Phường, xã', en: 'Ward or commune' },
  status: { vi: 'Trạng thái', en: 'Status' },
  all: { vi: 'Tất cả', en: 'All' },
  list: { vi: 'Danh sách', en: 'List' },
  map: { vi: 'Bản đồ', en: 'Map' },
  mapAbout: {
    vi: 'Bản đồ các phản ánh; danh sách bên cạnh có cùng nội dung.',
    en: 'Map of the complaints; the list beside it says the same.',
  },
  more: { vi: 'Xem thêm', en: 'More' },
  first: { vi: 'Về đầu danh sách', en: 'Back to the newest' },
  none: { vi: 'Không có phản ánh nào như vậy.', en: 'There are no such complaints.' },
  unread: {
    vi: 'Nội dung được công khai khi cơ quan đã nhận xử lý.',
    en: 'The words are published once an agency has taken it on.',
  },
  unsorted: { vi: 'Chưa phân loại', en: 'Not classified yet' },
  now: { vi: 'Nhiều người đang phản ánh', en: 'Reported by many now' },
  people: { vi: 'người phản ánh', en: 'people reported it' },
  since: { vi: 'từ', en: 'since' },
  lead_: { vi: 'Cơ quan chủ trì', en: 'Agency in charge' },
  about: { vi: 'Nội dung', en: 'What was reported' },
  near: { vi: 'Vị trí (làm tròn khoảng 100 m)', en: 'Place (rounded to about 100 m)' },
  figures: { vi: 'Số liệu mở', en: 'Open numbers' },
  wardPage: { vi: 'Trang của địa bàn này', en: 'The page of this area' },
  back: { vi: 'Tất cả phản ánh', en: 'All complaints' },
  responsible: { vi: 'Cơ quan của địa bàn', en: 'Agencies of this area' },
  ofWard: { vi: 'Phản ánh ở đây', en: 'Complaints here' },
} satisfies Record<string, Words>;

export const storyWords = {
  title: { vi: 'Diễn biến', en: 'What has happened' },
  private: {
    vi: 'Ai gửi và những lời trao đổi không công khai, để không ai nhận ra người gửi.',
    en: 'Who filed it and what was said is not public, so that nobody can tell who it was.',
  },
  filed: { vi: 'Người dân gửi phản ánh', en: 'Somebody reported it' },
  promise: { vi: 'Hẹn trả kết quả', en: 'The result is promised by' },
  promised: { vi: 'Đã hẹn trả kết quả', en: 'The result was promised by' },
  answered: { vi: 'Đã gửi kết quả', en: 'The result was given' },
  inTime: { vi: 'Đúng hẹn.', en: 'In time.' },
  late: { vi: 'Sau hẹn.', en: 'Late.' },
  overdue: { vi: 'Đã quá hẹn, đang đôn đốc.', en: 'This is late and being urged.' },
  waiting: { vi: 'Đang chờ người gửi bổ sung.', en: 'Waiting for more from whoever filed it.' },
} satisfies Record<string, Words>;

export const figureWords = {
  title: { vi: 'Số liệu mở', en: 'Open numbers' },
  lead: {
    vi: 'Tính trên các phản ánh được công khai, gửi trong 90 ngày qua. Phản ánh thuộc lĩnh vực không công khai không có ở đây.',
    en: 'Of published complaints filed in the last 90 days. Categories that are not published are not counted here.',
  },
  figure: { vi: 'Chỉ số', en: 'Figure' },
  value: { vi: 'Giá trị', en: 'Value' },
  means: { vi: 'Tính thế nào', en: 'How it is counted' },
  filed: { vi: 'Đã tiếp nhận', en: 'Received' },
  filedMeans: {
    vi: 'Số phản ánh công khai gửi trong kỳ. Mẫu số của bảng này.',
    en: 'Published complaints filed in the period. The denominator of this table.',
  },
  answered: { vi: 'Đã có kết quả', en: 'Result given' },
  answeredMeans: {
    vi: 'Trong số đã tiếp nhận, số đã được gửi kết quả.',
    en: 'Of those received, how many were given a result.',
  },
  onTime: { vi: 'Đúng hẹn', en: 'In time' },
  onTimeMeans: {
    vi: 'Trong số đã có kết quả, tỷ lệ có kết quả không muộn hơn ngày hẹn đang có hiệu lực.',
    en: 'Of those given a result, the share given it by the date in force.',
  },
  lateNow: { vi: 'Đang quá hẹn', en: 'Late now' },
  lateNowMeans: {
    vi: 'Trong số đã tiếp nhận, số chưa có kết quả và đã qua ngày hẹn, không tính việc đang chờ người gửi.',
    en: 'Of those received, how many have no result past their date, without those waiting for the filer.',
  },
  byStatus: { vi: 'Theo trạng thái', en: 'By status' },
  byGroup: { vi: 'Theo nhóm lĩnh vực', en: 'By group of categories' },
  count: { vi: 'Số phản ánh', en: 'Complaints' },
  share: { vi: 'Tỷ lệ', en: 'Share' },
  none: { vi: 'Chưa có số liệu trong kỳ.', en: 'No figures in this period yet.' },
} satisfies Record<string, Words>;

/** How a status reads to somebody who did not file it. */
export const publicStatus: Partial<Record<Status, Words>> = {
  waiting_filer: { vi: 'Chờ người gửi bổ sung', en: 'Waiting for the filer' },
};
