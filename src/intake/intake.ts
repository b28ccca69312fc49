import type { Actor } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { City } from '../catalog/city.js';
import type { AttachmentRow } from '../complaints/attachment.entity.js';
import { canonical } from '../complaints/chain.js';
import { sha256 } from '../platform/sha256.js';
import { Door } from '../platform/database/door.js';
import { Limits } from '../platform/limits/limits.js';
import { Time } from '../platform/time.js';
import { Routing } from '../routing/routing.js';
import { AttachmentStore, type Arrived } from './attachment-store.js';
import { checkFiling } from './check-filing.js';
import type { FileComplaint, Receipt } from './dto.js';
import { Filings } from './filing.js';
import { Idempotency, type KeyedRequest } from './idempotency.js';
import { contactKeys } from './proof/contacts.js';
import { FilingRate } from './proof/filing-rate.js';
import { Proofs } from './proof/proofs.js';

const filer: Actor = { kind: 'filer' };

/** Takes in complaints: whole or not at all, and once per Idempotency-Key. */
@Injectable()
export class Intake {
  constructor(
    private readonly door: Door,
    private readonly city: City,
    private readonly routing: Routing,
    private readonly filings: Filings,
    private readonly idempotency: Idempotency,
    private readonly store: AttachmentStore,
    private readonly proofs: Proofs,
    private readonly limits: Limits,
    private readonly rate: FilingRate,
    private readonly time: Time,
  ) {}

  async file(
    complaint: FileComplaint,
    files: Arrived[],
    key: string | null,
    address: string,
  ): Promise<{ receipt: Receipt; replayed: boolean }> {
    try {
      const request = key && keyed(key, complaint, files);
      return await this.accept(complaint, files, request, address);
    } finally {
      await this.store.discard(files);
    }
  }

  private async accept(
    complaint: FileComplaint,
    files: Arrived[],
    request: KeyedRequest | null | '',
    address: string,
  ) {
    const known = request && (await this.recall(request));
    if (known) return { receipt: known, replayed: true };
    const filing = checkFiling(complaint, this.city, this.routing);
    const ticket = await this.proofs.require(complaint, address);
    for (const contact of contactKeys(complaint.filer ?? {}))
      await this.limits.hit('filing_contact', contact);
    const at = this.time.now();
    const hashes = files.map((file) => file.sha256);
    const filed = this.filings.open(filing, { at, actor: filer, channel: 'web', files: hashes });
    const receipt = this.filings.receiptOf(filed);
    for (const file of files) await this.store.keep(file);
    const rows = files.map((file) => attachment(file, filed.one.state.id, at));
    const writing = this.door.as(filer, async (tx) => {
      if (request && !(await this.idempotency.take(tx, request, receipt, at))) return false;
      if (ticket) await this.proofs.spend(tx, ticket);
      await this.filings.write(tx, filed, filing, at, rows);
      return true;
    });
    const written = await writing.catch(async (error: unknown) => {
      throw await this.proofs.told(error);
    });
    if (written || !request) {
      await this.rate.count();
      return { receipt, replayed: false };
    }
    // Another request with the same key was first, and has committed.
    const first = await this.recall(request);
    return { receipt: first ?? receipt, replayed: true };
  }

  private recall(request: KeyedRequest): Promise<Receipt | null> {
    return this.door.read(filer, (tx) => this.idempotency.recall<Receipt>(tx, request));
  }
}

function keyed(key: string, complaint: FileComplaint, files: Arrived[]): KeyedRequest {
  // Who asks again with another proof still asks for the same.
  const { proof: _, ...asked } = complaint;
  const content = { complaint: asked, files: files.map((file) => file.sha256) };
  return { scope: 'file', key, requestHash: sha256(canonical(content)) };
}

export function attachment(file: Arrived, complaintId: string, addedAt: Date): AttachmentRow {
  const { name, type, bytes, sha256: hash } = file;
  return { id: uuid(), complaintId, name, type, bytes, sha256: hash, addedAt };
}
