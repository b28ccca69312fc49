import { statuses, type Status } from '#lifecycle';
import { Transform } from 'class-transformer';
import { CodeField, TextField, WordField } from '../../../platform/http/fields.js';

/** A form without script sends what was not chosen as an empty text. */
const Blank = () =>
  Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value));

export class PublishedFilter {
  @CodeField({ optional: true })
  @Blank()
  category?: string;

  @CodeField({ optional: true })
  @Blank()
  ward?: string;

  @WordField(statuses, { optional: true })
  @Blank()
  status?: Status;

  @TextField({ max: 300, optional: true })
  after?: string;

  @WordField(['vi', 'en'], { optional: true })
  lang?: string;
}
