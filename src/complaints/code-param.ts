import { Param } from '@nestjs/common';
import { parseTrackingCode } from '#tracking-code';
import { DomainError } from '../platform/errors/domain-error.js';

/** The tracking code in the path, in its one spelling; what is none is as unknown as one that was not given out. */
export const Code = () =>
  Param('code', {
    transform: (typed: string) => {
      const code = parseTrackingCode(typed);
      if (code === null) throw new DomainError('not_found');
      return code;
    },
  });
