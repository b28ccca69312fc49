import { createHash } from 'node:crypto';

/** The same key gives the same Message-ID at every attempt, so that a receiver can tell a repetition. */
export function messageIdOf(key: string, mailFrom: string): string {
  const host = mailFrom.slice(mailFrom.lastIndexOf('@') + 1).replace(/>\s*$/, '');
  return `<${createHash('sha256').update(key).digest('hex')}@${host}>`;
}
