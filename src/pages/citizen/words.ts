import type { Words } from '#lifecycle';

/** What every page of citizens says around its own content. */
export const frameWords = {
  skip: { vi: 'Đến nội dung chính', en: 'Skip to the content' },
  file: { vi: 'Gửi phản ánh', en: 'Report' },
  follow: { vi: 'Theo dõi', en: 'Follow' },
  city: { vi: 'Trong thành phố', en: 'In the city' },
  help: { vi: 'Trợ giúp', en: 'Help' },
  menu: { vi: 'Các trang', en: 'Pages' },
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
} satisfies Record<string, Words>;
