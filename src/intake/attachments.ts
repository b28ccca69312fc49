import { Injectable } from '@nestjs/common';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Access } from '../complaints/access.js';
import { AttachmentRow, withheld } from '../complaints/attachment.entity.js';
import { CaseCommands, type Seen } from '../complaints/case-commands.js';
import type { CaseItem } from '../complaints/dto/cases.dto.js';
import { actorOf, type Caller } from '../people/caller.js';
import { Door } from '../platform/database/door.js';
import { Masking } from '../complaints/masking.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Time } from '../platform/time.js';
import { AttachmentStore, type Arrived } from './attachment-store.js';
import { attachment } from './intake.js';

/** The photos and documents of a case, for those who may see it. */
@Injectable()
export class Attachments {
  constructor(
    private readonly door: Door,
    private readonly access: Access,
    private readonly masking: Masking,
    private readonly store: AttachmentStore,
    private readonly commands: CaseCommands,
    private readonly time: Time,
  ) {}

  /** @throws not_found for a case or file that is unknown or not for the caller; file.quarantined */
  async read(caller: Caller, complaintId: string, id: string) {
    const [row, shown] = await this.door.read(actorOf(caller), async (tx) => {
      const complaint = await this.access.require(tx, complaintId);
      const found = await tx.findOneBy(AttachmentRow, { id, complaintId });
      return [found, this.masking.shownTo(caller, complaint)] as const;
    });
    if (!row) throw new DomainError('not_found');
    if (withheld.includes(row.scan)) throw new DomainError('file.quarantined');
    const path = this.store.pathOf(row.sha256);
    // Opened first: a stream that fails after the headers could only cut the answer.
    const handle = await open(path, 'r');
    return { row, name: shown(row.name), stream: createReadStream(path, { fd: handle }) };
  }

  async add(caller: Caller, seen: Seen, files: Arrived[]): Promise<CaseItem> {
    try {
      await this.door.read(actorOf(caller), (tx) => this.access.require(tx, seen.id));
      for (const file of files) await this.store.keep(file);
      const at = this.time.now();
      const rows = files.map((file) => attachment(file, seen.id, at));
      return await this.commands.addFiles(caller, seen, rows);
    } finally {
      await this.store.discard(files);
    }
  }
}
