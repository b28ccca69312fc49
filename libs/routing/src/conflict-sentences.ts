import { of, type Role } from './sentences.js';
import type { Agency, Words } from './types.js';

export const keptFrom = ({ name }: Agency): Words => ({
  vi: `Phản ánh này về ${name.vi}: không chuyển cho nơi đó và các đơn vị trực thuộc.`,
  en: `This is about ${name.en}: neither they nor any office under them will get it.`,
});

export const aboutUnknown: Words = {
  vi: 'Chưa rõ đơn vị bị phản ánh: chuyên viên tiếp nhận xem trước khi chuyển đi.',
  en: 'It is not clear who this is about: an operator looks before it is passed on.',
};

export const conductFirst: Words = {
  vi: 'Chưa phân công ngay: nội dung về ứng xử của cán bộ nên chuyên viên tiếp nhận xem trước.',
  en: 'Not assigned at once: it is about the conduct of officials, so an operator looks first.',
};

export const above = (role: Role, { name }: Agency): Words =>
  of(role, `${name.vi}, cấp trên của nơi bị phản ánh`, `${name.en}, the body above them`);

export const oversees = (role: Role, { name }: Agency): Words =>
  of(
    role,
    `${name.vi}, cơ quan xem xét phản ánh về cán bộ, công chức`,
    `${name.en}, which looks into complaints about officials`,
  );

export const byRules = (role: Role, { name }: Agency): Words =>
  of(role, `${name.vi}, nơi quy tắc nêu`, `${name.en}, whom the rule names`);

export const named = ({ name }: Agency): Words => ({
  vi: `Nội dung nêu tên ${name.vi}.`,
  en: `The text names ${name.en}.`,
});

export const ofWard = (phrase: string, { name }: Agency): Words => ({
  vi: `Nội dung nhắc đến “${phrase}” tại địa bàn: ${name.vi}.`,
  en: `The text mentions “${phrase}” of this ward: ${name.en}.`,
});
