import { TextArea, type Sheet } from '../fields.js';
import { filingWords as w } from '../words.js';

/** What is wrong, in one box. */
export const Say = ({ sheet }: { sheet: Sheet }) => (
  <TextArea
    sheet={sheet}
    name="text"
    label={w.text[sheet.language]}
    hint={w.textHint[sheet.language]}
    placeholder={w.textSample[sheet.language]}
  />
);
