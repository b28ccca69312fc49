import type { Actor } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { City } from '../catalog/city.js';
import type { AttachmentRow } from '../complaints/attachment.entity.js';
import { canonical } from '../complaints/chain.js';
import { Identities } from '../complaints/identities.js';
import { Door } from '../platform/database/door.js';
import { Time } from '../platform/time.js';
import { Routing } from '../routing/routing.js';
import { AttachmentStore, type Arrived } from './attachment-store.js';
import { checkFiling, type Filing } from './check-filing.js';
import { Diversion } from './diversion.js';
import type { FileComplaint, Receipt } from './dto.js';
import { PhotoPlaces } from './files/photo-places.js';
import { Filings } from './filing.js';
import { Idempotency, type KeyedRequest } from './idempotency.js';

const filer: Actor = { kind: 'filer' };
/** A filing writes what nobody has seen yet, and a repeated one reads the answer to its own key. */
const intake: Actor = { kind: 'system', name: 'intake' };

/** Takes in complaints: whole or not at all, and once per Idempotency-Key. */
@Injectable()
export class Intake {
  constructor(
    private readonly door: Door,
    private readonly city: City,
    private readonly routing: Routing,
    private readonly filings: Filings,
    private readonly idempotency: Idempotency,
    private readonly identities: Identities,
    private readonly store: AttachmentStore,
    private readonly diversion: Diversion,
    private readonly photos: PhotoPlaces,
    private readonly time: Time,
  ) {}

  async file(
    complaint: FileComplaint,
    files: Arrived[],
    key: string | null,
    device?: string,
  ): Promise<{ receipt: Receipt; replayed: boolean }> {
    try {
      return await this.accept(complaint, files, key && this.keyed(key, complaint, files), device);
    } finally {
      await this.store.discard(files);
    }
  }

  private async accept(
    complaint: FileComplaint,
    files: Arrived[],
    request: KeyedRequest | null | '',
    device: string | undefined,
  ) {
    const known = request && (await this.recall(request));
    if (known) return { receipt: known, replayed: true };
    await this.diversion.check(complaint, files, 'web');
    const filing = this.checked(complaint, files, device);
    const at = this.time.now();
    const hashes = files.map((file) => file.sha256);
    const filed = this.filings.open(filing, { at, actor: filer, channel: 'web', files: hashes });
    const receipt = this.filings.receiptOf(filed);
    for (const file of files) await this.store.keep(file);
    const rows = files.map((file) => attachment(file, filed.one.state.id, at));
    const written = await this.identities.sealing(() =>
      this.door.as(intake, async (tx) => {
        if (request && !(await this.idempotency.take(tx, request, receipt, at))) return false;
        await this.filings.write(tx, filed, filing, at, rows);
        return true;
      }),
    );
    if (written || !request) return { receipt, replayed: false };
    // Another request with the same key was first, and has committed.
    const first = await this.recall(request);
    return { receipt: first ?? receipt, replayed: true };
  }

  // Keyed: by a plain hash whoever has the other fields could try phone numbers until one fits.
  private keyed(key: string, complaint: FileComplaint, files: Arrived[]): KeyedRequest {
    // What was sent, not what is kept of it: another version of the library draws a photo in other bytes.
    const content = { complaint: { ...complaint }, files: files.map(({ sent }) => sent) };
    return { scope: 'file', key, requestHashes: this.identities.marksOf(canonical(content)) };
  }

  private checked(complaint: FileComplaint, files: Arrived[], device?: string): Filing {
    try {
      return checkFiling(complaint, this.city, this.routing, device);
    } catch (error) {
      throw this.photos.offer(error, files);
    }
  }

  private recall(request: KeyedRequest): Promise<Receipt | null> {
    return this.door.read(intake, (tx) => this.idempotency.recall<Receipt>(tx, request));
  }
}

export function attachment(file: Arrived, complaintId: string, addedAt: Date): AttachmentRow {
  const { name, type, bytes, sha256: hash, scan } = file;
  return { id: uuid(), complaintId, name, type, bytes, sha256: hash, scan, addedAt };
}
