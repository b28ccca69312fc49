import type { Role } from '#lifecycle';
import { mask, personalKinds, type PersonalKind } from '#personal-data';
import { Injectable } from '@nestjs/common';
import { Access, type Viewer } from './access.js';
import type { ComplaintRow } from './complaint.entity.js';

/** Ways to a person. Plates and customer codes stay with an agency, which works with them. */
export const waysToAPerson: readonly PersonalKind[] = [
  'phone',
  'email',
  'national_id',
  'passport',
  'bank_account',
  'card',
];

const agencies: readonly Role[] = ['agency_head', 'officer'];

/** What of somebody's words a viewer is not shown. Whoever may know the filer may read all that the filer wrote. */
export function maskedKinds(
  viewer: Role | 'public',
  mayKnowFiler: boolean,
  written: 'by_filer' | 'by_staff',
): readonly PersonalKind[] {
  switch (viewer) {
    case 'operator':
    case 'supervisor':
    case 'leader':
      return [];
    case 'agency_head':
    case 'officer':
      return mayKnowFiler || written === 'by_staff' ? [] : waysToAPerson;
    default:
      return personalKinds;
  }
}

export type Written = Parameters<typeof maskedKinds>[2];

/** Shows one caller the words of one case. */
export type Shown = (text: string, written?: Written) => string;

@Injectable()
export class Masking {
  constructor(private readonly access: Access) {}

  /** How a caller is shown the words of a case; the words themselves stay as they are. */
  shownTo(
    caller: Viewer,
    row: Pick<ComplaintRow, 'category' | 'lead' | 'language' | 'restricted'>,
  ): Shown {
    const known = this.access.identity(caller, row) === 'seen';
    const asPublic = caller.byKey || (row.restricted && agencies.includes(caller.role));
    const viewer = asPublic ? 'public' : caller.role;
    const language = row.language === 'en' ? 'en' : 'vi';
    return (text, written = 'by_filer') =>
      mask(text, maskedKinds(viewer, known, written), language);
  }
}
