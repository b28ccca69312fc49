import { TextArea, type FormState } from '../../parts/fields.js';
import { filingWords as w } from '../words.js';

/** What is wrong, in one box. */
export const Say = ({ sheet }: { sheet: FormState }) => (
  <TextArea
    state={sheet}
    name="text"
    rows={6}
    label={w.text}
    hint={w.textHint}
    placeholder={w.textSample}
  />
);
