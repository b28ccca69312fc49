import { InstantField, TextField } from '../platform/http/fields.js';

export class AskExtension {
  @InstantField({ description: 'The new date: later than the present one, in working time.' })
  until: string;

  @TextField({ min: 10, max: 2000, description: 'Why more time is needed.' })
  text: string;
}

export class GrantExtension {
  @InstantField({ optional: true, description: 'Another date than the one asked for.' })
  until?: string;

  @TextField({ min: 10, max: 2000, description: 'The reason as the filer is told it.' })
  text: string;
}

export class RefuseExtension {
  @TextField({ min: 5, max: 2000, description: 'Why not; told to the agency.' })
  text: string;
}
