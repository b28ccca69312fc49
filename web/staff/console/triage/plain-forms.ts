export interface PlainFormShape {
  /** Choices of the field `reason`. */
  reasons?: readonly string[];
  /** The field `text`, or `task`, with its least length; absent: nothing is written. */
  text?: { field: 'text' | 'task'; min: number; max: number };
  agency?: boolean;
  becomes?: string;
}

/** The commands whose forms are a reason, a text, an agency, or nothing. */
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
  ask: { text: { field: 'text', min: 5, max: 2000 }, becomes: 'waiting_filer' },
  note: { text: { field: 'text', min: 1, max: 4000 } },
  add_part: { agency: true, text: { field: 'task', min: 5, max: 1000 } },
  publish: { becomes: 'resolved' },
  send_back: { text: { field: 'text', min: 5, max: 2000 }, becomes: 'in_progress' },
  reopen: { text: { field: 'text', min: 5, max: 2000 }, becomes: 'assigned' },
  close: { reasons: ['done', 'filer_silent', 'duplicate'], becomes: 'closed' },
  urge: { text: { field: 'text', min: 5, max: 2000 } },
};
