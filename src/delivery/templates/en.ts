import type { Letters } from './model.js';
import { account } from './en/account.js';
import { administrator } from './en/administrator.js';
import { calendar } from './en/calendar.js';
import { extensions, movedDates } from './en/extension.js';
import { filer } from './en/filer.js';
import { incident } from './en/incident.js';
import { forward } from './en/forward.js';
import { staff } from './en/staff.js';
import { summary } from './en/summary.js';
import { urging } from './en/urging.js';

export const en: Letters = {
  filer: { ...filer, ...calendar, ...forward, ...movedDates, ...incident },
  staff: { ...staff, ...extensions, ...urging },
  summary,
  account,
  administrator,

  filerFoot: (m) =>
    `${m.center}, phone ${m.hotline}\nThis mail is automatic; please do not reply to it.`,
  staffFoot: (m) =>
    `${m.linkUntil ? `The link stands for an account of the agency until ${m.linkUntil}: whoever has it can act for the agency.\n` : ''}${m.standsInFor ? `You receive this mail because you stand in for ${m.standsInFor}.\n` : ''}${m.center}\nThis mail is automatic. The filer's identity is not in it; please do not pass it on.`,
  accountFoot: (m) => `${m.center}\nThis mail is automatic; please do not reply to it.`,
  summaryFoot: (m) => `${m.center}\nThis mail is automatic; please do not pass it on.`,
};
