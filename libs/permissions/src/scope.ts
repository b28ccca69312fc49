import type { Words } from '#lifecycle';

/** How far a permission reaches, from everybody's door to the whole city. */
export const scopes = ['anyone', 'code', 'own', 'agency', 'city'] as const;
export type Scope = (typeof scopes)[number];

export const scopeWords: Record<Scope, Words> = {
  anyone: { vi: 'ai cũng được', en: 'anyone' },
  code: { vi: 'hồ sơ có mã theo dõi trong tay', en: 'the complaint whose tracking code one holds' },
  own: { vi: 'tài khoản của chính mình', en: "one's own account" },
  agency: { vi: 'đơn vị mình và cấp dưới', en: "one's unit and those beneath it" },
  city: { vi: 'toàn thành phố', en: 'the whole city' },
};
