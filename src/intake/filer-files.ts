import { Injectable } from '@nestjs/common';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { AttachmentRow } from '../complaints/attachment.entity.js';
import { ComplaintRow } from '../complaints/complaint.entity.js';
import type { TrackedComplaint } from '../complaints/dto/tracking.dto.js';
import { FilerCommands } from '../complaints/filer-commands.js';
import { Tracking } from '../complaints/tracking.js';
import { Door } from '../platform/database/door.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Time } from '../platform/time.js';
import { AttachmentStore, type Arrived } from './attachment-store.js';
import { attachment } from './intake.js';

/** What the filer adds with photos, and the photos of the published answer. */
@Injectable()
export class FilerFiles {
  constructor(
    private readonly door: Door,
    private readonly tracking: Tracking,
    private readonly commands: FilerCommands,
    private readonly store: AttachmentStore,
    private readonly time: Time,
  ) {}

  /** Asked before a request is read: who has no code brings no files. @throws not_found */
  async admit(code: string): Promise<string> {
    const row = await this.door.read({ kind: 'filer', code }, (tx) =>
      tx.findOneBy(ComplaintRow, { code }),
    );
    if (!row) throw new DomainError('not_found');
    return row.id;
  }

  /** @throws Refusal, not_found */
  async reply(code: string, text: string, files: Arrived[]): Promise<TrackedComplaint> {
    try {
      const id = files.length === 0 ? null : await this.admit(code);
      for (const file of files) await this.store.keep(file);
      const at = this.time.now();
      const rows = id === null ? [] : files.map((file) => attachment(file, id, at));
      return await this.commands.reply(code, text, rows);
    } finally {
      await this.store.discard(files);
    }
  }

  /** A photo or document of the published answer; what else the case has is not for the code. @throws not_found */
  async evidence(code: string, id: string) {
    const { answer } = await this.tracking.view(code);
    if (!answer?.evidence.some((one) => one.id === id)) throw new DomainError('not_found');
    const row = await this.door.read({ kind: 'filer', code }, (tx) =>
      tx.findOneByOrFail(AttachmentRow, { id }),
    );
    const path = this.store.pathOf(row.sha256);
    // Opened first: a stream that fails after the headers could only cut the answer.
    const handle = await open(path, 'r');
    return { row, stream: createReadStream(path, { fd: handle }) };
  }
}
