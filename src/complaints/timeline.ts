import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/door.js';
import { ComplaintEventRow } from './complaint-event.entity.js';
import { MessageRow } from './message.entity.js';

export interface TimelineEntry extends Pick<
  ComplaintEventRow,
  'seq' | 'number' | 'type' | 'at' | 'actor' | 'data' | 'hash' | 'agencies' | 'clocks'
> {
  message: Pick<MessageRow, 'text' | 'audience' | 'parts'> | null;
}

/** The events of one complaint in order, each with its text. */
@Injectable()
export class Timeline {
  async read(tx: Tx, complaintId: string): Promise<TimelineEntry[]> {
    const [events, messages] = [
      await tx.find(ComplaintEventRow, { where: { complaintId }, order: { number: 'ASC' } }),
      await tx.find(MessageRow, { where: { complaintId } }),
    ];
    const texts = new Map(messages.map((message) => [message.number, message]));
    return events.map((event) => ({ ...event, message: texts.get(event.number) ?? null }));
  }
}
