import { Inject, Injectable } from '@nestjs/common';
import { City } from '../catalog/city.js';
import { lineOf } from '../catalog/concerned.js';
import { Masking } from '../complaints/masking.js';
import { Identities } from '../complaints/identities.js';
import { filerTemplates, staffTemplates } from '../complaints/notices/templates.js';
import { PartnerLinks } from '../complaints/partners/partner-links.js';
import { PERSON_CODE, PersonCodes, type PersonCodeData } from '../complaints/person-codes.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.token.js';
import { AccountMails } from './account-mails.js';
import { usableAddress } from './addresses.js';
import { Facts, type StaffFacts } from './facts.js';
import { MailDrafts } from './mail-drafts.js';
import type { Mail } from './mailer.js';
import { messageIdOf } from './message-id.js';
import { filerModel, staffModel, type RowData } from './models.js';
import type { Claimed } from './outbox.js';
import { partnerUrl } from './links.js';
import { writeMoment, type Language } from '../platform/moment.js';
import type { Written } from './templates/render.js';
import { ReceiverMails } from './webhooks/receiver-mails.js';
import { Summaries } from './summaries.js';
import { languageOf, writeToFiler, writeToStaff } from './templates/write.js';

/**
 * Why there is nothing to send: nobody to reach, one of those complained of, a row that no template fits, or a matter
 * that an agency without accounts does not have any more.
 */
export type Unwritten =
  'no address' | 'complained of' | 'nothing to tell' | 'unknown template' | 'moved on';

const known = <T extends string>(names: readonly T[], name: string) =>
  names.find((one) => one === name);

/** The id of no person: an agency without accounts has none. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Makes the mail of an outbox row; the recipient becomes an address only here. */
@Injectable()
export class MailWriter {
  constructor(
    private readonly facts: Facts,
    private readonly identities: Identities,
    private readonly city: City,
    private readonly accounts: AccountMails,
    private readonly masking: Masking,
    private readonly codes: PersonCodes,
    private readonly summaries: Summaries,
    private readonly links: PartnerLinks,
    private readonly receivers: ReceiverMails,
    private readonly texts: MailDrafts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async write(row: Claimed): Promise<Mail | Unwritten> {
    if (row.recipient === 'filer') return this.toFiler(row);
    const [kind, id = ''] = row.recipient.split(':');
    if (kind === 'partner') return this.toPartner(row, id);
    if (kind !== 'staff') return 'unknown template';
    if (this.accounts.isFor(row)) return this.toAccount(row, id, this.accounts);
    if (this.receivers.isFor(row)) return this.toAccount(row, id, this.receivers);
    return this.summaries.isFor(row) ? this.toReader(row, id) : this.toStaff(row, id);
  }

  private async toAccount(
    row: Claimed,
    id: string,
    mails: AccountMails | ReceiverMails,
  ): Promise<Mail | Unwritten> {
    const { email, language, written } = await mails.write(row, id);
    return this.mail(row, email, language, written);
  }

  private async toReader(row: Claimed, id: string): Promise<Mail | Unwritten> {
    const summary = await this.summaries.write(row, id);
    if (!summary) return 'nothing to tell';
    return this.mail(row, summary.email, summary.language, summary.written);
  }

  private async toFiler(row: Claimed): Promise<Mail | Unwritten> {
    const template = known(filerTemplates, row.template);
    const facts = template && (await this.facts.forFiler(row));
    if (!template || !facts || !row.complaintId) return 'unknown template';
    const filer = await this.identities.open(row.complaintId);
    const place = this.place(facts.language);
    const data = { ...(row.data as RowData), personCode: this.personCode(row) };
    const model = filerModel(facts, data, place);
    return this.mail(
      row,
      filer?.email ?? null,
      place.language,
      writeToFiler(template, model, place.language, this.texts.textOf(template)),
    );
  }

  private personCode({ template, complaintId, data }: Claimed): string | null {
    if (template !== PERSON_CODE || complaintId === null) return null;
    return this.codes.unseal(complaintId, (data as PersonCodeData).sealed);
  }

  private async toStaff(row: Claimed, id: string): Promise<Mail | Unwritten> {
    const template = known(staffTemplates, row.template);
    const facts = template && (await this.facts.forStaff(row, id));
    if (!template || !facts || !row.complaintId) return 'unknown template';
    if (this.isComplainedOf(facts)) return 'complained of';
    const place = this.place(facts.language);
    const model = staffModel(row.complaintId, this.shown(facts), row.data as RowData, place);
    return this.mail(
      row,
      facts.email,
      place.language,
      writeToStaff(template, model, place.language),
    );
  }

  /** The letter of the agency's head, with a link in place of the page that needs an account. */
  private async toPartner(row: Claimed, agency: string): Promise<Mail | Unwritten> {
    const template = known(staffTemplates, row.template);
    const found = template && (await this.facts.forStaff(row, NOBODY));
    if (!template || !found || !row.complaintId) return 'unknown template';
    const email = this.city.agency(agency)?.partner?.email ?? null;
    const facts: StaffFacts = { ...found, email, role: 'agency_head', agency };
    if (this.isComplainedOf(facts)) return 'complained of';
    const link = await this.links.tokenFor(row.complaintId, agency);
    if (!link) return 'moved on';
    const place = this.place('vi');
    const model = {
      ...staffModel(row.complaintId, this.shown(facts), row.data as RowData, place),
      url: partnerUrl(this.config.publicUrl, link.token),
      linkUntil: writeMoment(link.expiresAt, place.language, this.city.card.timeZone),
    };
    return this.mail(row, email, place.language, writeToStaff(template, model, place.language));
  }

  /** The notice may have been written before it was known whom the complaint is about. */
  private isComplainedOf({ about, role, agency }: StaffFacts): boolean {
    return about !== null && role !== null && lineOf({ role, agency }, this.city).includes(about);
  }

  /** Masked like the filer's own words, from which a colleague may have copied: a mail leaves the program. */
  private shown(facts: StaffFacts): StaffFacts {
    const { role, agency, category, lead, restricted, text, event } = facts;
    if (role === null) return facts;
    const show = this.masking.shownTo(
      { role, agency },
      { category, lead, restricted, language: languageOf(facts.language) },
    );
    const task = event?.task && { task: show(event.task) };
    return { ...facts, text: text && show(text), event: event && { ...event, ...task } };
  }

  private place(asked: string | null) {
    return { city: this.city, publicUrl: this.config.publicUrl, language: languageOf(asked) };
  }

  private mail(
    row: Claimed,
    email: string | null,
    language: Language,
    written: Written,
  ): Mail | Unwritten {
    const to = usableAddress(email);
    if (to === null) return 'no address';
    const messageId = messageIdOf(row.key, this.config.mailFrom);
    return { ...written, to, messageId, date: row.createdAt, language };
  }
}
