import { CityRecordRow } from './catalog/city-record.entity.js';
import { DraftRow } from './catalog/publishing/draft.entity.js';
import { AttachmentRow } from './complaints/attachment.entity.js';
import { ClockRow } from './complaints/clock.entity.js';
import { ComplaintEventRow } from './complaints/complaint-event.entity.js';
import { ComplaintRow } from './complaints/complaint.entity.js';
import { ComplaintLinkRow } from './complaints/parts/complaint-link.entity.js';
import { FilerRow } from './complaints/filer.entity.js';
import { IdentityKeyRow } from './complaints/identity-key.entity.js';
import { IncidentEventRow } from './complaints/incident-event.entity.js';
import { IncidentRow } from './complaints/incident.entity.js';
import { PartnerLinkRow } from './complaints/partners/partner-link.entity.js';
import { MessageRow } from './complaints/message.entity.js';
import { ComplaintSearchRow } from './complaints/search.entity.js';
import { WebhookDeliveryRow } from './delivery/webhooks/webhook-delivery.entity.js';
import { WebhookRow } from './delivery/webhooks/webhook.entity.js';
import { KeptMailRow } from './delivery/kept-mail.entity.js';
import { CallerLookUpRow } from './intake/calls/caller-look-up.entity.js';
import { DiversionCountRow } from './intake/diversion-count.entity.js';
import { ContactProofRow } from './intake/person/contact-proof.entity.js';
import { IdempotencyKeyRow } from './intake/idempotency.entity.js';
import { StaffEventRow } from './people/accounts/staff-event.entity.js';
import { ApiKeyRow } from './people/keys/api-key.entity.js';
import { SystemEventRow } from './people/keys/system-event.entity.js';
import { StandInRow } from './people/duty/stand-in.entity.js';
import { NoticePreferenceRow } from './people/notices/notice-preference.entity.js';
import { PasswordResetRow } from './people/password-reset.entity.js';
import { SecondFactorRow } from './people/second-factor.entity.js';
import { StaffIdentityRow } from './people/oidc/staff-identity.entity.js';
import { UsedChallengeRow } from './intake/proof/used-challenge.entity.js';
import { SessionRow } from './people/session.entity.js';
import { SignInAttemptRow } from './people/sign-in-attempt.entity.js';
import { ClassifierModelRow } from './routing/classifier/classifier-model.entity.js';
import { StaffRow } from './people/staff.entity.js';
import {
  RecalculationCaseRow,
  RecalculationRow,
} from './deadlines/recalculation/recalculation.entity.js';
import { SavedViewRow } from './triage/views/saved-view.entity.js';
import { ReplyDraftRow } from './complaints/reply-draft.entity.js';
import { LogFollowerRow } from './triage/likeness/log-follower.entity.js';
import { BackupRunRow } from './platform/backup/backup-run.entity.js';
import { RateLimitRow } from './platform/limits/rate-limit.entity.js';
import { OutboxRow } from './platform/outbox/outbox.entity.js';

/** Every table of the program; the drift check compares them with what the migrations make. */
export const entities = [
  ApiKeyRow,
  AttachmentRow,
  BackupRunRow,
  CallerLookUpRow,
  CityRecordRow,
  ClassifierModelRow,
  ClockRow,
  ComplaintEventRow,
  ComplaintLinkRow,
  ComplaintRow,
  ComplaintSearchRow,
  ContactProofRow,
  DiversionCountRow,
  DraftRow,
  FilerRow,
  IdempotencyKeyRow,
  IdentityKeyRow,
  IncidentEventRow,
  IncidentRow,
  KeptMailRow,
  LogFollowerRow,
  MessageRow,
  NoticePreferenceRow,
  OutboxRow,
  PartnerLinkRow,
  PasswordResetRow,
  SecondFactorRow,
  RateLimitRow,
  ReplyDraftRow,
  SavedViewRow,
  RecalculationCaseRow,
  RecalculationRow,
  SessionRow,
  SignInAttemptRow,
  StaffEventRow,
  StaffIdentityRow,
  StaffRow,
  StandInRow,
  SystemEventRow,
  UsedChallengeRow,
  WebhookDeliveryRow,
  WebhookRow,
];
