import type { Agency, RoutingRule, Words } from './types.js';

export type Role = 'lead' | 'supporting';

const ROLE: Record<Role, Words> = {
  lead: { vi: 'Chủ trì', en: 'Lead' },
  supporting: { vi: 'Phối hợp', en: 'Supporting' },
};

const full = (text: string): string =>
  /[.!?…]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`;
const dayVi = (date: string): string => date.split('-').toReversed().join('/');
const numberVi = (value: number): string => String(value).replace('.', ',');
const namesOf = (agencies: readonly Agency[], language: keyof Words): string =>
  agencies.map(({ name }) => name[language]).join('; ');

export const of = (role: Role, vi: string, en: string): Words => ({
  vi: `${ROLE[role].vi}: ${vi}.`,
  en: `${ROLE[role].en}: ${en}.`,
});

export const byRule = ({ id, because }: RoutingRule, version: number): Words => ({
  vi: `Theo quy tắc ${id} (bộ quy tắc số ${version}): ${full(because.vi)}`,
  en: `By rule ${id} (rule set ${version}): ${full(because.en)}`,
});

export const phraseFound = (phrase: string): Words => ({
  vi: `Nội dung có cụm từ “${phrase}”.`,
  en: `The text contains “${phrase}”.`,
});

export const inZone = (zone: string): Words => ({
  vi: `Vị trí nằm trong vùng “${zone}” của quy tắc.`,
  en: `The place is in zone “${zone}” of the rule.`,
});

export const atThatTime: Words = {
  vi: 'Thời điểm gửi nằm trong khung giờ, ngày của quy tắc.',
  en: 'It was filed within the times of the rule.',
};

export const noRule = (category: Words | null, version: number): Words =>
  category === null
    ? {
        vi: `Chưa rõ lĩnh vực và bộ quy tắc số ${version} không có quy tắc nào khớp khi chưa có lĩnh vực.`,
        en: `The category is not known and no rule of rule set ${version} matches without one.`,
      }
    : {
        vi: `Không quy tắc nào của bộ quy tắc số ${version} khớp với phản ánh thuộc lĩnh vực ${category.vi}.`,
        en: `No rule of rule set ${version} matches this complaint of category ${category.en}.`,
      };

export const named = (role: Role, { name }: Agency): Words =>
  of(role, `${name.vi}, do quy tắc nêu đích danh`, `${name.en}, named by the rule`);

export const serves = (role: Role, { name }: Agency, service: Words, ward: Words | null): Words =>
  ward === null
    ? of(
        role,
        `${name.vi}, đơn vị duy nhất phụ trách dịch vụ “${service.vi}” trên toàn thành phố`,
        `${name.en}, the only one providing service “${service.en}” in the whole city`,
      )
    : of(
        role,
        `${name.vi}, vì địa bàn ${ward.vi} thuộc vùng phục vụ “${service.vi}” của đơn vị này`,
        `${name.en}, because ${ward.en} is in its service area for “${service.en}”`,
      );

export const ofWard = (role: Role, { name }: Agency, type: Words, ward: Words): Words =>
  of(
    role,
    `${name.vi}, cơ quan loại “${type.vi}” của địa bàn ${ward.vi}`,
    `${name.en}, the agency of type “${type.en}” of ${ward.en}`,
  );

export const succeeded = (from: Agency, to: Agency): Words => ({
  vi: `${from.name.vi} hoạt động đến hết ngày ${dayVi(from.validTo ?? '')}; ${to.name.vi} kế thừa.`,
  en: `${from.name.en} existed until ${from.validTo}; ${to.name.en} succeeds it.`,
});

export const endedWithoutSuccessor = (role: Role, { name, validTo }: Agency): Words =>
  of(
    role,
    `chưa xác định được, vì ${name.vi} hoạt động đến hết ngày ${dayVi(validTo ?? '')} và không rõ cơ quan kế thừa`,
    `not determined, because ${name.en} existed until ${validTo} and no successor is known`,
  );

export const notYet = (role: Role, { name, validFrom }: Agency): Words =>
  of(
    role,
    `chưa xác định được, vì ${name.vi} chỉ hoạt động từ ngày ${dayVi(validFrom)}`,
    `not determined, because ${name.en} exists only from ${validFrom}`,
  );

export const unknownAgency = (role: Role, code: string): Words =>
  of(
    role,
    `chưa xác định được, vì danh bạ không có cơ quan mã ${code}`,
    `not determined, because the directory has no agency ${code}`,
  );

export const nobodyServes = (role: Role, service: Words, ward: Words | null): Words =>
  of(
    role,
    `chưa xác định được, vì không đơn vị nào đang phụ trách dịch vụ “${service.vi}”${ward === null ? '' : ` tại địa bàn ${ward.vi}`}`,
    `not determined, because nobody provides service “${service.en}”${ward === null ? '' : ` in ${ward.en}`}`,
  );

export const noneOfWard = (role: Role, type: Words, ward: Words): Words =>
  of(
    role,
    `chưa xác định được, vì địa bàn ${ward.vi} không có cơ quan loại “${type.vi}” đang hoạt động`,
    `not determined, because ${ward.en} has no existing agency of type “${type.en}”`,
  );

export const several = (role: Role, agencies: readonly Agency[], what: Words): Words =>
  of(
    role,
    `chưa xác định được, vì ${what.vi} có nhiều đơn vị: ${namesOf(agencies, 'vi')}`,
    `not determined, because ${what.en} has several agencies: ${namesOf(agencies, 'en')}`,
  );

export const placeMissing = (role: Role, target: Words): Words =>
  of(
    role,
    `chưa xác định được, vì thiếu địa điểm để tìm ${target.vi}`,
    `not determined, because the place is missing that tells ${target.en}`,
  );

export const lowered = (from: number, to: number): Words => ({
  vi: `Độ tin cậy giảm từ ${numberVi(from)} xuống ${numberVi(to)} vì thiếu địa điểm.`,
  en: `Confidence lowered from ${from} to ${to} because the place is missing.`,
});

export const assignedAtOnce = (confidence: number, assignAt: number): Words => ({
  vi: `Phân công ngay: độ tin cậy ${numberVi(confidence)} đạt mức ${numberVi(assignAt)}.`,
  en: `Assigned at once: confidence ${confidence} reaches ${assignAt}.`,
});

export const belowThreshold = (confidence: number, assignAt: number): Words => ({
  vi: `Chưa phân công ngay: độ tin cậy ${numberVi(confidence)} dưới mức ${numberVi(assignAt)}.`,
  en: `Not assigned at once: confidence ${confidence} is below ${assignAt}.`,
});

export const withoutLead: Words = {
  vi: 'Chưa phân công: chuyên viên tiếp nhận chọn cơ quan chủ trì.',
  en: 'Not assigned: an operator chooses the lead agency.',
};
