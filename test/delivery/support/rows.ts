import { randomUUID } from 'node:crypto';
import { ClockRow } from '../../../src/complaints/clock.entity.js';
import { ComplaintEventRow } from '../../../src/complaints/complaint-event.entity.js';
import { ComplaintRow } from '../../../src/complaints/complaint.entity.js';
import { FilerRow } from '../../../src/complaints/filer.entity.js';
import type { Filer } from '../../../src/complaints/identities.js';
import { MessageRow } from '../../../src/complaints/message.entity.js';
import { StaffRow } from '../../../src/people/staff.entity.js';
import { OutboxRow } from '../../../src/platform/outbox/outbox.entity.js';
import type { DeliveryWorld } from './delivery-world.js';

export const canary = {
  name: 'Canary Nguyễn Thị Chim',
  phone: '0912345678',
  email: 'canary@filer.example',
  text: 'CANARYTEXT trước nhà tôi số 12A/5',
};

let codes = 0;

/** Writes rows as the program would have left them. */
export class Rows {
  constructor(private readonly world: DeliveryWorld) {}

  async complaint(over: Partial<ComplaintRow> = {}, filer: Partial<Filer> = {}) {
    const { source, time } = this.world;
    const now = time.now();
    codes += 1;
    const row = {
      id: randomUUID(),
      code: `CODE-${String(codes).padStart(4, '0')}-TEST-0000`,
      version: 1,
      status: 'assigned',
      kind: 'report',
      category: 'DIEN-01',
      urgency: 'normal',
      channel: 'web',
      language: 'vi',
      text: canary.text,
      answers: {},
      center: 'TTHT',
      lead: 'HAPULICO',
      supporting: [],
      binding: false,
      returns: 0,
      reopens: 0,
      sendBacks: 0,
      appealed: false,
      reviewed: false,
      answered: false,
      filedAt: now,
      holderUnit: 'HAPULICO',
      holderDuty: 'agency_head',
      dueAt: new Date('2026-11-26T09:00:00Z'),
      // Nothing of it falls due here, where no timers run.
      nextAt: new Date('2040-01-01T00:00:00Z'),
      privacy: 'NORMAL',
      public: true,
      reachable: true,
      lastHash: '',
      ...over,
    } satisfies Partial<ComplaintRow>;
    await source.manager.insert(ComplaintRow, row);
    const given = { type: 'person' as const, address: null, device: null, ...canary, ...filer };
    await source.manager.insert(FilerRow, this.world.identities.seal(row.id, given));
    return row;
  }

  async event(complaintId: string, number: number, type: string, data: object = {}) {
    await this.world.source.manager.insert(ComplaintEventRow, {
      complaintId,
      number,
      type: type as ComplaintEventRow['type'],
      at: this.world.time.now(),
      actor: { kind: 'system', name: 'test' },
      data: data as Record<string, never>,
      clocks: [],
      agencies: [],
      hash: '',
    });
  }

  async message(
    complaintId: string,
    number: number,
    audience: 'filer' | 'staff',
    text: string,
    parts: object | null = null,
  ) {
    const row = { id: randomUUID(), complaintId, number, audience, text };
    await this.world.source.manager.insert(MessageRow, {
      ...row,
      parts: parts as Record<string, never> | null,
    });
  }

  async clock(complaintId: string, over: Pick<ClockRow, 'kind'> & Partial<ClockRow>) {
    const now = this.world.time.now();
    await this.world.source.manager.insert(ClockRow, {
      complaintId,
      id: `${over.kind}#1`,
      owedTo: 'filer',
      unit: 'HAPULICO',
      limit: '3wd',
      calendar: 'office',
      calendarVersion: 1,
      policyVersion: 1,
      startedAt: now,
      dueAt: new Date('2026-11-27T02:30:00Z'),
      pauses: [],
      step: 0,
      ...over,
    });
  }

  async staff(over: Partial<StaffRow>): Promise<string> {
    const id = randomUUID();
    await this.world.source.manager.insert(StaffRow, {
      id,
      login: id,
      name: 'Người làm',
      role: 'officer',
      agency: null,
      email: `${id}@staff.example`,
      passwordHash: '',
      ...over,
    });
    return id;
  }

  /** An outbox row as notices make it. @returns its key */
  async outbox(
    complaintId: string,
    recipient: string,
    template: string,
    data: { number: number; [fact: string]: unknown } = { number: 1 },
  ): Promise<string> {
    const key = `${complaintId}/${data.number}/${template}/${recipient}`;
    const now = this.world.time.now();
    await this.world.source.manager.insert(OutboxRow, {
      key,
      channel: template === 'search' ? 'search' : 'mail',
      complaintId,
      recipient,
      template,
      data: data as object,
      createdAt: now,
      nextAt: now,
    });
    return key;
  }

  async found(key: string): Promise<OutboxRow> {
    return this.world.source.manager.findOneByOrFail(OutboxRow, { key });
  }

  /** Nothing is left over for the next story. */
  async settleAll(): Promise<void> {
    await this.world.source.query(`update outbox set state = 'sent' where state <> 'sent'`);
  }
}
