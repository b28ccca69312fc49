import type { Actor } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { AttachmentRow } from '../../complaints/attachment.entity.js';
import { ComplaintRow } from '../../complaints/complaint.entity.js';
import { Identities } from '../../complaints/identities.js';
import { Timeline, type TimelineEntry } from '../../complaints/timeline.js';
import { Tracking } from '../../complaints/tracking.js';
import { Door, type Tx } from '../../platform/database/door.js';
import { RightRequests } from './right-requests.js';
import type { KeptData, KeptReveal } from './rights.dto.js';

const reader: Actor = { kind: 'system', name: 'access to personal data' };

const retention = {
  vi: 'Danh tính được niêm phong và giữ cùng phản ánh, cho đến hết thời hạn lưu trữ của lĩnh vực hoặc khi yêu cầu rút lại của bạn được thực hiện.',
  en: 'The identity is sealed and kept with the complaint, until the time of keeping of its category is over or your withdrawal has been carried out.',
};

function reveals(entries: TimelineEntry[]): KeptReveal[] {
  return entries.flatMap(({ type, at, actor, message }) =>
    type === 'identity_revealed' && actor.kind === 'staff'
      ? [{ at: at.toISOString(), role: actor.role, reason: message?.text ?? null }]
      : [],
  );
}

/** Gathers what is kept of a filer, for the filer. */
@Injectable()
export class KeptDataReader {
  constructor(
    private readonly door: Door,
    private readonly identities: Identities,
    private readonly tracking: Tracking,
    private readonly timeline: Timeline,
    private readonly requests: RightRequests,
  ) {}

  async read(complaintId: string): Promise<KeptData> {
    const { code, ...kept } = await this.door.read(reader, (tx) => this.rows(tx, complaintId));
    const person = await this.identities.open(complaintId);
    return { person, complaint: await this.tracking.view(code), ...kept, retention };
  }

  private async rows(tx: Tx, id: string) {
    const row = await tx.findOneByOrFail(ComplaintRow, { id });
    const files = await tx.find(AttachmentRow, {
      where: { complaintId: id },
      order: { addedAt: 'ASC', id: 'ASC' },
    });
    const { code, category, text, lat, lon, address, ward, answers, channel, language } = row;
    return {
      code,
      category,
      text,
      place: { lat, lon, address, ward },
      answers,
      channel,
      language,
      files: files.map(({ name, type, bytes, addedAt }) => ({
        name,
        type,
        bytes,
        addedAt: addedAt.toISOString(),
      })),
      reveals: reveals(await this.timeline.read(tx, id)),
      requests: await this.requests.read(tx, id),
    };
  }
}
