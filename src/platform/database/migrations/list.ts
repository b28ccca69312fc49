import { Spine1795300000000 } from './1795300000000-spine.js';
import { SignIn1795400010000 } from './1795400010000-sign-in.js';
import { IdentityProvider1795400020000 } from './1795400020000-identity-provider.js';
import { Files1795400030000 } from './1795400030000-files.js';
import { Limits1795400040000 } from './1795400040000-limits.js';
import { SealedIdentity1795400050000 } from './1795400050000-sealed-identity.js';
import { ComplainedAbout1795400060000 } from './1795400060000-complained-about.js';
import { Duty1795400070000 } from './1795400070000-duty.js';
import { Diversion1795400080000 } from './1795400080000-diversion.js';
import { Retention1795400090000 } from './1795400090000-retention.js';
import { RightsOfThePerson1795400100000 } from './1795400100000-rights-of-the-person.js';
import { Isolation1795400900000 } from './1795400900000-isolation.js';
import { Publishing1795500000000 } from './1795500000000-publishing.js';
import { Promises1795500010000 } from './1795500010000-promises.js';
import { Calendars1795500020000 } from './1795500020000-calendars.js';
import { Ladder1795500030000 } from './1795500030000-ladder.js';
import { Model1795500050000 } from './1795500050000-model.js';
import { PartnerLinks1795500055000 } from './1795500055000-partner-links.js';
import { Parts1795500060000 } from './1795500060000-parts.js';
import { Likeness1795500070000 } from './1795500070000-likeness.js';
import { Incidents1795500080000 } from './1795500080000-incidents.js';
import { Hotline1795600030000 } from './1795600030000-hotline.js';
import { AnswersByTime1795600040000 } from './1795600040000-answers-by-time.js';
import { Reports1795600050000 } from './1795600050000-reports.js';
import { Desk1795600060000 } from './1795600060000-desk.js';
import { Accounts1795600070000 } from './1795600070000-accounts.js';
import { LookUpsForget1795600090000 } from './1795600090000-look-ups-forget.js';
import { Keys1795600110000 } from './1795600110000-keys.js';
import { Webhooks1795600111000 } from './1795600111000-webhooks.js';
import { Backups1795600200000 } from './1795600200000-backups.js';

/** In the order they run; a landed one is never edited. */
export const migrations = [
  Spine1795300000000,
  SignIn1795400010000,
  IdentityProvider1795400020000,
  Files1795400030000,
  Limits1795400040000,
  SealedIdentity1795400050000,
  ComplainedAbout1795400060000,
  Duty1795400070000,
  Diversion1795400080000,
  Retention1795400090000,
  RightsOfThePerson1795400100000,
  Isolation1795400900000,
  Publishing1795500000000,
  Promises1795500010000,
  Calendars1795500020000,
  Ladder1795500030000,
  Model1795500050000,
  PartnerLinks1795500055000,
  Parts1795500060000,
  Likeness1795500070000,
  Incidents1795500080000,
  Hotline1795600030000,
  AnswersByTime1795600040000,
  Reports1795600050000,
  Desk1795600060000,
  Accounts1795600070000,
  LookUpsForget1795600090000,
  Keys1795600110000,
  Webhooks1795600111000,
  Backups1795600200000,
];
