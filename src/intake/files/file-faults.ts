import { DomainError, type FieldError } from '../../platform/errors/domain-error.js';

const words = {
  unreadable: {
    vi: 'Không đọc được trọn vẹn tệp này; xin chụp hoặc lưu lại.',
    en: 'The file cannot be read whole; please take or save it again.',
  },
  pixels: {
    vi: 'Ảnh có hơn 50 triệu điểm ảnh.',
    en: 'The photo has more than 50 million pixels.',
  },
  pages: { vi: 'PDF có hơn 100 trang.', en: 'The PDF has more than 100 pages.' },
  encrypted: { vi: 'PDF bị khóa hoặc mã hóa.', en: 'The PDF is encrypted.' },
  active_content: {
    vi: 'PDF có mã lệnh, biểu mẫu động hoặc tệp đính kèm; xin in lại thành PDF thường.',
    en: 'The PDF has scripts, active forms or embedded files; please print it to a plain PDF.',
  },
  archive: {
    vi: 'Trong PDF có một tệp nén.',
    en: 'There is an archive in the PDF.',
  },
  infected: { vi: 'Tệp có mã độc.', en: 'The file carries malware.' },
} as const satisfies Record<string, Pick<FieldError, 'vi' | 'en'>>;

/** What can be wrong with a file of an accepted type. */
export type FileFault = keyof typeof words;

/** A request refused for one file. */
export const faulty = (field: string, code: FileFault) =>
  new DomainError('request.invalid', [{ field, code, ...words[code] }]);
