import type { AskedExtension, ComplaintState } from '#lifecycle';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

const open = `"status" not in ('closed', 'rejected')`;

/** The evolved state of one complaint, with what its filer wrote and where. */
@Entity('complaint')
@Check(
  'complaint_held',
  `(${open}) = ("holder_unit" is not null and "holder_duty" is not null and "next_at" is not null)`,
)
@Check(
  'complaint_status',
  `"status" in ('new', 'waiting_filer', 'assigned', 'in_progress', 'answered', 'resolved', 'closed', 'rejected')`,
)
@Index('complaint_open', ['dueAt', 'id'], { where: open })
@Index('complaint_open_by_status', ['status', 'holderDuty', 'dueAt', 'id'], { where: open })
@Index('complaint_open_by_holder', ['holderUnit', 'dueAt', 'id'], { where: open })
@Index('complaint_open_by_lead', ['lead', 'dueAt', 'id'], { where: open })
@Index('complaint_open_by_officer', ['officer', 'id'], { where: open })
@Index('complaint_by_filing', ['filedAt', 'id'])
@Index('complaint_by_lead', ['lead', 'filedAt', 'id'])
@Index('complaint_by_about', ['about', 'filedAt', 'id'], { where: `"about" is not null` })
@Index('complaint_by_subject', ['subjectId', 'filedAt'], { where: `"subject_id" is not null` })
@Index('complaint_public', ['filedAt', 'id'], { where: `"public"` })
@Index('complaint_next', ['nextAt'], { where: `"next_at" is not null` })
@Index('complaint_extension_asked', ['dueAt', 'id'], { where: `"extension" is not null` })
@Index('complaint_ended', ['category', 'endedAt', 'id'], {
  where: `"ended_at" is not null and not "anonymised"`,
})
@Check('complaint_follows', `"follows" is null or "incident" is not null`)
@Index('complaint_of_incident', ['incident', 'id'], { where: `"incident" is not null` })
@Index('complaint_joining', ['id'], {
  where: `"joins_at_once" and "incident" is null and "status" in ('new', 'assigned', 'in_progress')`,
})
@Index('complaint_near', ['category', 'filedAt', 'lat', 'lon'], { where: `"lat" is not null` })
@Index('complaint_in_ward', ['category', 'ward', 'filedAt', 'lat'])
@Index('complaint_fixed', ['category', 'resolvedAt', 'lat', 'lon'], {
  where: `"resolved_at" is not null`,
})
@Index('complaint_by_result', ['resolvedAt', 'id'], { where: `"resolved_at" is not null` })
@Index('complaint_returned', ['id'], { where: `"returns" > 0` })
@Index('complaint_repeats', ['repeatOf'], { where: `"repeat_of" is not null` })
@Index('complaint_source', ['source', 'sourceRef'], {
  unique: true,
  where: `"source_ref" is not null`,
})
export class ComplaintRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  @Index('complaint_code', { unique: true })
  code: string;

  @Column('integer')
  version: number;

  @Column('text')
  status: ComplaintState['status'];

  @Column('text')
  kind: ComplaintState['kind'];

  @Column('text', { nullable: true })
  category: string | null;

  @Column('text')
  urgency: ComplaintState['urgency'];

  @Column('text', { nullable: true })
  ward: string | null;

  /** The agency whose office or people are complained of. */
  @Column('text', { nullable: true })
  about: string | null;

  /** The center is among those complained of: its operators do not see it. */
  @Column('boolean', { name: 'about_center', default: false })
  aboutCenter: boolean;

  @Column('double precision', { nullable: true })
  lat: number | null;

  @Column('double precision', { nullable: true })
  lon: number | null;

  @Column('text', { nullable: true })
  address: string | null;

  @Column('text')
  channel: string;

  @Column('text')
  language: string;

  @Column('text')
  text: string;

  @Column('jsonb')
  answers: Record<string, string | number | boolean>;

  @Column('text')
  center: string;

  @Column('text', { nullable: true })
  lead: string | null;

  @Column('text', { array: true })
  supporting: string[];

  /** What is asked of supporting agencies. */
  @Column('jsonb', { default: [] })
  parts: ComplaintState['parts'];

  /** The complaint that it was split off from. */
  @ForeignKey(() => ComplaintRow)
  @Column('uuid', { name: 'split_from', nullable: true })
  splitFrom: string | null;

  @Column('text', { nullable: true })
  officer: string | null;

  @Column('boolean')
  binding: boolean;

  @Column('integer')
  returns: number;

  /** Who has returned it, on what ground, and whose they say it is. */
  @Column('jsonb', { name: 'returned_by', default: [] })
  returnedBy: ComplaintState['returnedBy'];

  @Column('integer')
  reopens: number;

  @Column('integer', { name: 'send_backs' })
  sendBacks: number;

  @Column('boolean')
  appealed: boolean;

  @Column('boolean')
  reviewed: boolean;

  /** Its words and its filer are gone. */
  @Column('boolean', { default: false })
  anonymised: boolean;
  /** The filer has restricted the use of personal data, or withdrawn it. */
  @Column('boolean', { default: false })
  restricted: boolean;

  /** A later date asked for by the agency, undecided. */
  @Column('jsonb', { nullable: true })
  extension: AskedExtension | null;

  /** How often the present promise has been extended. */
  @Column('integer', { default: 0 })
  extensions: number;
  /** Nobody took it in time: the supervisor holds it. */
  @Column('boolean', { name: 'handed_up', default: false })
  handedUp: boolean;

  @Column('jsonb', { default: [] })
  urgings: ComplaintState['urgings'];

  /** The incident that it is part of. */
  @Column('uuid', { nullable: true })
  incident: string | null;

  /** The complaint of its incident that goes ahead of it; null: it goes by itself. */
  @Column('uuid', { nullable: true })
  follows: string | null;

  /** The last event of that one that was brought to it. */
  @Column('integer', { default: 0 })
  followed: number;

  /** The answered complaint that this one repeats: the same thing at the same place. */
  @ForeignKey(() => ComplaintRow)
  @Column('uuid', { name: 'repeat_of', nullable: true })
  repeatOf: string | null;

  @Column('text', { name: 'waiting_from', nullable: true })
  waitingFrom: ComplaintState['waitingFrom'];

  @Column('boolean')
  answered: boolean;

  /** The agency that answered last. */
  @Column('text', { name: 'answered_by', nullable: true })
  answeredBy: string | null;

  @Column('smallint', { nullable: true })
  rating: number | null;

  @Column('text', { name: 'rejected_for', nullable: true })
  rejectedFor: ComplaintState['rejectedFor'];

  @Column('text', { name: 'closed_for', nullable: true })
  closedFor: ComplaintState['closedFor'];

  @Column('timestamptz', { name: 'filed_at' })
  filedAt: Date;

  @Column('timestamptz', { name: 'resolved_at', nullable: true })
  resolvedAt: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('text', { name: 'holder_unit', nullable: true })
  holderUnit: string | null;

  @Column('text', { name: 'holder_duty', nullable: true })
  holderDuty: string | null;

  @Column('text', { name: 'holder_person', nullable: true })
  holderPerson: string | null;

  /** The latest promise to the filer: the deadline of the last resolution clock. */
  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;

  /** The earliest next moment of its clocks; the timers take complaints in its order. */
  @Column('timestamptz', { name: 'next_at', nullable: true })
  nextAt: Date | null;

  @Column('text')
  privacy: string;

  @Column('boolean')
  public: boolean;

  /** The filer left a mail address. */
  @Column('boolean')
  reachable: boolean;

  @Column('text', { nullable: true })
  source: string | null;

  @Column('text', { name: 'source_ref', nullable: true })
  sourceRef: string | null;

  /** The complaint whose filer asks for a right over personal data by this one. */
  @ForeignKey(() => ComplaintRow)
  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId: string | null;

  /** The complaint that its filer says it is the same as. */
  @Column('uuid', { nullable: true })
  joins: string | null;

  /** Place and matter say so too: it joins without being asked. */
  @Column('boolean', { name: 'joins_at_once', default: false })
  joinsAtOnce: boolean;

  /** Hash of its latest event, in hex. */
  @Column('text', { name: 'last_hash' })
  lastHash: string;
}
