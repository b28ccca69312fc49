import { TextField } from '../../platform/http/fields.js';

export class PartnerAnswer {
  @TextField({ min: 5, max: 4000, description: 'What was found: true, partly, not true.' })
  finding: string;

  @TextField({ min: 5, max: 4000, description: 'What was done and when, or why not.' })
  done: string;

  @TextField({
    max: 1000,
    optional: true,
    description: 'The legal basis, where a rule is invoked.',
  })
  basis?: string;
}
