import type { ComplaintEvent } from '#lifecycle';
import { type LoggedEvent } from './chain.js';
import { sha256 } from '../platform/sha256.js';
import type { AttachmentRow } from './attachment.entity.js';
import type { MessageRow } from './message.entity.js';
import { removalIn } from './verify-removed.js';
import type { Finding } from './verify.js';

/** The digest of the text that is kept apart from the event; what was filed stands on the complaint itself. */
function digestOf(event: ComplaintEvent): string | null {
  if (event.type === 'filed') return null;
  if (event.type === 'identity_revealed') return event.data.reason;
  const { text } = event.data as { text?: unknown };
  return typeof text === 'string' ? text : null;
}

const partsText = ({ finding, done, basis }: Record<string, unknown>) =>
  [finding, done, basis].filter(Boolean).join('\n\n');

function faultOf(digest: string, message: MessageRow | undefined): Finding['kind'] | null {
  if (!message) return 'message.missing';
  if (sha256(message.text) !== digest) return 'message.changed';
  return message.parts && partsText(message.parts) !== message.text ? 'message.parts' : null;
}

/** Of what was removed the row stays, without its words. */
function leftOf(message: MessageRow | undefined): Finding['kind'] | null {
  if (!message) return 'message.missing';
  return message.text === '' && message.parts === null ? null : 'text.left';
}

/** Holds the photos and documents of a complaint against the events that name their digests. */
export function checkFiles(
  log: readonly LoggedEvent[],
  attachments: readonly AttachmentRow[],
): Finding[] {
  // Their files are gone; what is left of them is told of apart.
  if (removalIn(log) !== null) return [];
  const unclaimed = attachments.map(({ sha256: hash }) => hash);
  const findings: Finding[] = [];
  for (const { number, event } of log) {
    const { files = [] } = event.data as { files?: string[] };
    for (const hash of files) {
      const at = unclaimed.indexOf(hash);
      if (at < 0) findings.push({ number, kind: 'file.missing', what: hash });
      else unclaimed.splice(at, 1);
    }
  }
  const strays = unclaimed.map((hash): Finding => ({
    number: null,
    kind: 'file.unexpected',
    what: hash,
  }));
  return [...findings, ...strays];
}

/** Holds the texts of a complaint against the digests in its log. */
export function checkTexts(
  log: readonly LoggedEvent[],
  messages: readonly MessageRow[],
): Finding[] {
  const removal = removalIn(log);
  const unclaimed = new Map(messages.map((message) => [message.number, message]));
  const findings: Finding[] = [];
  for (const { number, event } of log) {
    const digest = digestOf(event);
    if (digest === null) continue;
    const message = unclaimed.get(number);
    const kind = removal !== null && number < removal ? leftOf(message) : faultOf(digest, message);
    if (kind) findings.push({ number, kind });
    unclaimed.delete(number);
  }
  const strays = [...unclaimed.keys()].map((number): Finding => ({
    number,
    kind: 'message.unexpected',
  }));
  return [...findings, ...strays];
}
