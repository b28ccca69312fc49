import type { CaseView } from '../../case/use-case.ts';

/** A field of its own beside reason, agency and text. */
export type ExtraField =
  | { name: string; is: 'line'; min: number; max: number }
  | { name: string; is: 'date' }
  /** A part that a supporting agency has not ended. */
  | { name: string; is: 'part'; required: boolean }
  | { name: string; is: 'category' };

export interface PlainFormShape {
  /** Choices of the field `reason`. */
  reasons?: readonly string[];
  /** The field `text`, or `task`, with its least length; absent: nothing is written. */
  text?: { field: 'text' | 'task'; min: number; max: number };
  agency?: boolean;
  more?: readonly ExtraField[];
  becomes?: string;
}

/** The commands whose forms are a reason, a text, an agency, some fields, or nothing. */
export const plainForms: Record<string, PlainFormShape> = {
  reject: {
    reasons: [
      'not_competent',
      'unclear',
      'spam',
      'abusive',
      'duplicate',
      'formal_complaint',
      'denunciation',
      'cancelled_by_filer',
    ],
    text: { field: 'text', min: 10, max: 2000 },
    becomes: 'rejected',
  },
  forward: {
    more: [
      { name: 'body', is: 'line', min: 3, max: 200 },
      { name: 'document', is: 'line', min: 1, max: 100 },
      { name: 'date', is: 'date' },
    ],
    text: { field: 'text', min: 10, max: 2000 },
    becomes: 'rejected',
  },
  ask: { text: { field: 'text', min: 5, max: 2000 }, becomes: 'waiting_filer' },
  reply: { text: { field: 'text', min: 1, max: 4000 } },
  note: { text: { field: 'text', min: 1, max: 4000 } },
  add_part: { agency: true, text: { field: 'task', min: 5, max: 1000 } },
  withdraw_part: {
    more: [{ name: 'number', is: 'part', required: true }],
    text: { field: 'text', min: 5, max: 1000 },
  },
  split_off: {
    more: [
      { name: 'number', is: 'part', required: false },
      { name: 'category', is: 'category' },
    ],
    text: { field: 'text', min: 10, max: 4000 },
  },
  unmark_repeat: { text: { field: 'text', min: 10, max: 1000 } },
  publish: { becomes: 'resolved' },
  send_back: { text: { field: 'text', min: 5, max: 2000 }, becomes: 'in_progress' },
  reopen: { text: { field: 'text', min: 5, max: 2000 }, becomes: 'assigned' },
  close: { reasons: ['done', 'filer_silent', 'duplicate'], becomes: 'closed' },
  urge: { text: { field: 'text', min: 5, max: 2000 } },
};

/** The parts that are still to be done. */
export const openParts = ({ parts }: CaseView) =>
  parts.filter(({ status }) => ['asked', 'accepted'].includes(status));

const fits: Record<string, (view: CaseView) => boolean> = {
  withdraw_part: (view) => openParts(view).length > 0,
  unmark_repeat: ({ repeatOf }) => repeatOf !== null,
};

/** Whether there is anything in this case for a command that its status admits. */
export const isFitting = (name: string, view: CaseView) => fits[name]?.(view) ?? true;
