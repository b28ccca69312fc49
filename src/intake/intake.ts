import type { Actor } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { AttachmentRow } from '../complaints/attachment.entity.js';
import { canonical } from '../complaints/chain.js';
import { OpenIncidents } from '../complaints/open-incidents.js';
import { Identities } from '../complaints/identities.js';
import { Door, type Tx } from '../platform/database/door.js';
import { Time } from '../platform/time.js';
import { Suggestions } from '../routing/classifier/suggestions.js';
import { Admission, type Sender } from './admission.js';
import { AttachmentStore, type Arrived } from './attachment-store.js';
import type { FileComplaint, Receipt } from './dto.js';
import { Filings } from './filing.js';
import { FilingWriter, intake } from './filing-writer.js';
import { JoinWishes } from './join-wishes.js';
import { Idempotency, type KeyedRequest } from './idempotency.js';
import { FilingRate } from './proof/filing-rate.js';
import { Proofs } from './proof/proofs.js';
import { urgencyOf } from './urgency.js';

/** By which way a filing comes, and who has typed it. */
export interface Way {
  actor: Actor;
  channel: string;
  /** Of the keys by which a repeated filing is known. */
  scope: string;
}

const web: Way = { actor: { kind: 'filer' }, channel: 'web', scope: 'file' };
/** By a system of others, on behalf of somebody: the filer is the person, not the system. */
export const byKey = ({ id }: { id: string }): Way => ({
  actor: { kind: 'filer' },
  channel: 'api',
  scope: `key/${id}`,
});
/** Takes in complaints: whole or not at all, and once per Idempotency-Key. */
@Injectable()
export class Intake {
  constructor(
    private readonly door: Door,
    private readonly admission: Admission,
    private readonly filings: Filings,
    private readonly writer: FilingWriter,
    private readonly idempotency: Idempotency,
    private readonly identities: Identities,
    private readonly proofs: Proofs,
    private readonly store: AttachmentStore,
    private readonly rate: FilingRate,
    private readonly wishes: JoinWishes,
    private readonly incidents: OpenIncidents,
    private readonly suggestions: Suggestions,
    private readonly time: Time,
  ) {}

  async file(
    complaint: FileComplaint,
    files: Arrived[],
    key: string | null,
    sender: Sender,
    way = web,
  ): Promise<{ receipt: Receipt; replayed: boolean }> {
    try {
      const request = key && this.keyed(way.scope, key, complaint, files);
      return await this.accept(complaint, files, request, sender, way);
    } finally {
      await this.store.discard(files);
    }
  }

  private async accept(
    complaint: FileComplaint,
    files: Arrived[],
    request: KeyedRequest | null | '',
    sender: Sender,
    { actor, channel }: Way,
  ) {
    const known = request && (await this.recall(request));
    if (known) return { receipt: known, replayed: true };
    const { filing, ticket } = await this.admission.admit(complaint, files, sender, channel);
    const at = this.time.now();
    const hashes = files.map((file) => file.sha256);
    const joins = complaint.joins && (await this.wishes.weigh(complaint.joins, filing, at));
    const suggestion = this.suggestions.forFiling(filing.text, filing.category, urgencyOf);
    const arrival = { at, actor, channel, files: hashes, suggestion };
    const filed = this.filings.open(filing, { ...arrival, ...(joins && { joins }) });
    const incident = await this.incidents.near(filed.one);
    const receipt = { ...this.filings.receiptOf(filed), incident };
    for (const file of files) await this.store.keep(file);
    const rows = files.map((file) => attachment(file, filed.one.state.id, at));
    const admits = async (tx: Tx) => {
      if (request && !(await this.idempotency.take(tx, request, receipt, at))) return false;
      if (ticket) await this.proofs.spend(tx, ticket);
      return true;
    };
    const written = await this.identities
      .sealing(() => {
        const begun = this.filings.begun(filed, filing, at, rows);
        const key = request ? `${request.scope} ${request.key}` : ticket?.hash;
        return this.writer.write({ begun, ...(key !== undefined && { key, admits }) });
      })
      .catch(async (error: unknown) => {
        throw await this.proofs.told(error);
      });
    if (written || !request) {
      this.rate.count();
      return { receipt, replayed: false };
    }
    // Another request with the same key was first, and has committed.
    const first = await this.recall(request);
    return { receipt: first ?? receipt, replayed: true };
  }

  // Keyed: by a plain hash whoever has the other fields could try phone numbers until one fits.
  private keyed(
    scope: string,
    key: string,
    complaint: FileComplaint,
    files: Arrived[],
  ): KeyedRequest {
    // Who asks again with another proof still asks for the same. Of photos what was sent, not what is kept:
    // another version of the library draws one in other bytes.
    const { proof: _, ...asked } = complaint;
    const content = { complaint: asked, files: files.map(({ sent }) => sent) };
    return { scope, key, requestHashes: this.identities.marksOf(canonical(content)) };
  }

  private recall(request: KeyedRequest): Promise<Receipt | null> {
    return this.door.read(intake, (tx) => this.idempotency.recall<Receipt>(tx, request));
  }
}

export function attachment(file: Arrived, complaintId: string, addedAt: Date): AttachmentRow {
  const { name, type, bytes, sha256: hash, scan } = file;
  return { id: uuid(), complaintId, name, type, bytes, sha256: hash, scan, addedAt };
}
