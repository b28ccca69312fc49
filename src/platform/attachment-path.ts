import { join } from 'node:path';

export const attachmentsIn = (dataDir: string) => join(dataDir, 'attachments');

/** Where the store keeps a file of this hash. */
export const attachmentPath = (dataDir: string, sha256: string) =>
  join(attachmentsIn(dataDir), sha256.slice(0, 2), sha256);
