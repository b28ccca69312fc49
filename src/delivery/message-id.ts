import { sha256 } from '../platform/sha256.js';

/** The same key gives the same Message-ID at every attempt, so that a receiver can tell a repetition. */
export function messageIdOf(key: string, mailFrom: string): string {
  const host = mailFrom.slice(mailFrom.lastIndexOf('@') + 1).replace(/>\s*$/, '');
  return `<${sha256(key)}@${host}>`;
}
