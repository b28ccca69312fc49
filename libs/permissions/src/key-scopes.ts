import type { Role, Words } from '#lifecycle';
import { isOpen, may, type Permission } from './permissions.js';

interface KeyScope {
  words: Words;
  /** Whose eyes a key of the city has, and one of an agency; null: no such key. */
  city: Role | null;
  agency: Role | null;
  permissions: readonly Permission[];
}

/** What a key can be given. Nothing here decides on a case or opens an identity. */
export const keyScopes = {
  public: {
    words: { vi: 'Đọc phản ánh đã công khai', en: 'Read published complaints' },
    city: 'observer',
    agency: 'officer',
    permissions: ['published.read', 'catalog.read'],
  },
  file: {
    words: {
      vi: 'Gửi phản ánh thay người dân và theo dõi bằng mã',
      en: 'File on behalf of people, and follow by code',
    },
    city: 'observer',
    agency: 'officer',
    permissions: ['complaint.file', 'complaint.follow', 'catalog.read'],
  },
  figures: {
    words: { vi: 'Đọc số liệu, báo cáo', en: 'Read figures and reports' },
    city: 'observer',
    agency: 'agency_head',
    permissions: [
      'report.read',
      'hot_spot.read',
      'returns.read',
      'repeat.read',
      'deadline.standing',
      'catalog.read',
    ],
  },
  cases: {
    words: {
      vi: 'Đọc hồ sơ, không có danh tính người gửi',
      en: 'Read cases, without who filed them',
    },
    city: 'observer',
    agency: 'officer',
    permissions: ['case.read', 'incident.read', 'agency.read', 'catalog.read'],
  },
} as const satisfies Record<string, KeyScope>;

export type KeyScopeName = keyof typeof keyScopes;
export const keyScopeNames = Object.keys(keyScopes) as KeyScopeName[];

/**
 * The role in which a key may do something; null when it may not. A scope that names a permission gives nothing that
 * its role has not got.
 */
export function roleOfKey(
  scopes: readonly KeyScopeName[],
  ofAgency: boolean,
  permission: Permission,
): Role | null {
  for (const name of scopes) {
    const scope: KeyScope = keyScopes[name];
    const role = ofAgency ? scope.agency : scope.city;
    if (!role || !scope.permissions.includes(permission)) continue;
    if (isOpen(permission) || may(role, permission)) return role;
  }
  return null;
}
