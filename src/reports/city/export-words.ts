import type { Words } from '#lifecycle';

export type Language = keyof Words;

const words = {
  figure: { vi: 'Số liệu', en: 'Figure' },
  value: { vi: 'Giá trị', en: 'Value' },
  of: { vi: 'Trên tổng', en: 'Of' },
  earlier: { vi: 'Kỳ so sánh', en: 'Period compared with' },
  earlierOf: { vi: 'Trên tổng, kỳ so sánh', en: 'Of, period compared with' },
  definition: { vi: 'Cách tính', en: 'Definition' },
  median: {
    vi: 'Số giờ làm việc đến khi có kết quả (trung vị)',
    en: 'Working hours to a result (median)',
  },
  type: { vi: 'Loại', en: 'Type' },
  rank: { vi: 'Hạng', en: 'Rank' },
  code: { vi: 'Mã', en: 'Code' },
  agency: { vi: 'Đơn vị', en: 'Agency' },
  onTime: { vi: 'Tỷ lệ đúng hạn', en: 'Share on time' },
  day: { vi: 'Ngày', en: 'Day' },
  category: { vi: 'Lĩnh vực', en: 'Category' },
  ward: { vi: 'Xã, phường', en: 'Ward' },
} satisfies Record<string, Words>;

export const headings = (language: Language, ...names: (keyof typeof words)[]): string[] =>
  names.map((name) => words[name][language]);

const ofCases: Words[] = [
  { vi: 'Hồ sơ', en: 'Case' },
  { vi: 'Trạng thái', en: 'Status' },
  { vi: 'Loại', en: 'Kind' },
  { vi: 'Mã lĩnh vực', en: 'Code of the category' },
  { vi: 'Lĩnh vực', en: 'Category' },
  { vi: 'Mức khẩn', en: 'Urgency' },
  { vi: 'Xã, phường', en: 'Ward' },
  { vi: 'Chủ trì', en: 'Lead' },
  { vi: 'Đang giữ', en: 'Holder' },
  { vi: 'Gửi lúc', en: 'Filed' },
  { vi: 'Hẹn', en: 'Promised' },
  { vi: 'Có kết quả lúc', en: 'Result' },
  { vi: 'Số lần trả lại', en: 'Returns' },
  { vi: 'Số lần mở lại', en: 'Reopenings' },
];

export const caseHeadings = (language: Language): string[] => ofCases.map((one) => one[language]);
