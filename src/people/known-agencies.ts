import { Injectable } from '@nestjs/common';

/** Where people can work; told by whoever has the city's data, which stands above the people. */
@Injectable()
export class KnownAgencies {
  /** Whether an agency of that code is there today. */
  has: (code: string) => boolean = () => false;
}
