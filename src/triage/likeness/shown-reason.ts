import type { Reason } from '#likeness';
import type { Words } from '#lifecycle';

/** A reason for somebody who may read the words that were compared: with the names in them. */
export const shownReason = ({ vi, en, quoted }: Reason): Words => quoted ?? { vi, en };

/** A reason as the log keeps it: without a word that somebody wrote, so that the words can be erased. */
export const loggedReason = ({ vi, en }: Reason): Words => ({ vi, en });
