import { Injectable } from '@nestjs/common';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { AttachmentRow, withheld } from '../../complaints/attachment.entity.js';
import { PartnerLinks } from '../../complaints/partners/partner-links.js';
import { partnerOf, PartnerMatters } from '../../complaints/partners/partner-matters.js';
import type { PartnerDone } from '../../complaints/partners/partner.dto.js';
import { Door } from '../../platform/database/door.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { sha256 } from '../../platform/sha256.js';
import { Time } from '../../platform/time.js';
import { AttachmentStore, type Arrived } from '../attachment-store.js';
import { attachment } from '../intake.js';
import type { PartnerAnswer } from './partner-answer.dto.js';

/** The answer of an agency without accounts with its photos, and the photos of the matter for it. */
@Injectable()
export class PartnerAnswers {
  constructor(
    private readonly links: PartnerLinks,
    private readonly matters: PartnerMatters,
    private readonly store: AttachmentStore,
    private readonly door: Door,
    private readonly time: Time,
  ) {}

  /** Asked before a request is read: who has no link brings no files. @throws partner.link_refused */
  async admit(token: string): Promise<void> {
    await this.links.find(token);
  }

  /** @throws Refusal, partner.link_refused */
  async answer(
    token: string,
    { finding, done, basis }: PartnerAnswer,
    files: Arrived[],
  ): Promise<PartnerDone> {
    try {
      const link = await this.links.find(token);
      for (const file of files) await this.store.keep(file);
      const at = this.time.now();
      const attachments = files.map((file) => attachment(file, link.complaintId, at));
      const text = [finding, done, basis].filter(Boolean).join('\n\n');
      const evidence = attachments.map(({ id }) => id);
      return await this.matters.giveBy(
        link,
        { type: 'answer', text: sha256(text), evidence },
        { text, audience: 'staff', parts: { finding, done, basis: basis ?? null }, attachments },
      );
    } finally {
      await this.store.discard(files);
    }
  }

  /** @throws partner.link_refused, not_found, file.quarantined */
  async photo(token: string, id: string) {
    const link = await this.links.find(token);
    const row = await this.door.read({ ...partnerOf(link), code: link.code }, (tx) =>
      tx.findOneBy(AttachmentRow, { id, complaintId: link.complaintId }),
    );
    if (!row) throw new DomainError('not_found');
    if (withheld.includes(row.scan)) throw new DomainError('file.quarantined');
    const path = this.store.pathOf(row.sha256);
    const handle = await open(path, 'r');
    return { row, stream: createReadStream(path, { fd: handle }) };
  }
}
