import type { Words } from '#lifecycle';

/** What every page of citizens says around its own content. */
export const frameWords = {
  skip: { vi: 'Đến nội dung chính', en: 'Skip to the content' },
  file: { vi: 'Gửi phản ánh', en: 'Report' },
  follow: { vi: 'Theo dõi', en: 'Follow' },
  city: { vi: 'Trong thành phố', en: 'In the city' },
  help: { vi: 'Trợ giúp', en: 'Help' },
  menu: { vi: 'Các trang', en: 'Pages' },
  more: { vi: 'Thêm', en: 'More' },
  display: { vi: 'Hiển thị', en: 'Display' },
  other: { vi: 'English', en: 'Tiếng Việt' },
  larger: { vi: 'Chữ to', en: 'Larger text' },
  usual: { vi: 'Chữ thường', en: 'Usual text' },
  light: { vi: 'Nền sáng', en: 'Light' },
  dark: { vi: 'Nền tối', en: 'Dark' },
  hotline: { vi: 'Tổng đài', en: 'Hotline' },
  emergency: { vi: 'Khẩn cấp', en: 'Emergencies' },
  staff: { vi: 'Dành cho cán bộ', en: 'For staff' },
} satisfies Record<string, Words>;

export const homeWords = {
  title: { vi: 'Có việc gì chưa ổn quanh bạn?', en: 'What is wrong around you?' },
  lead: {
    vi: 'Nói một lần. Trung tâm tìm đúng cơ quan, theo đến cùng và báo lại cho bạn.',
    en: 'Say it once. The center finds the right agency, follows it through and tells you.',
  },
  code: { vi: 'Mã theo dõi', en: 'Tracking code' },
  find: { vi: 'Xem tiến độ', en: 'See progress' },
  findTitle: { vi: 'Đã gửi rồi?', en: 'Sent one already?' },
  city: { vi: 'Xem trong thành phố', en: 'See the city' },
  minute: {
    vi: 'Một phút là xong, không cần tài khoản, không cần để lại tên.',
    en: 'It takes a minute, needs no account, and no name.',
  },
  call: { vi: 'Đang nguy hiểm? Gọi ngay', en: 'In danger? Call now' },
  common: { vi: 'Thường gặp', en: 'Often reported' },
} satisfies Record<string, Words>;
