import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { TrackedComplaint } from '../../../complaints/dto/tracking.dto.js';
import { Tracking } from '../../../complaints/tracking.js';
import { FilerFiles } from '../../../intake/filer-files.js';
import { problemOf, retryAfterOf, type Problem } from '../../../platform/errors/problem.js';
import type { Typed } from '../parts/fields.js';

interface Then<Result> {
  /** What is answered when it is done. */
  done: (result: Result) => string | Promise<string>;
  /** The page again, with what was typed and what is wrong. */
  draw: (
    view: TrackedComplaint | undefined,
    typed: Typed,
    wrong: Problem,
  ) => string | Promise<string>;
}

const told: readonly string[] = ['not_found', 'service.failed'];

function unlessUnknown(error: unknown): void {
  if (problemOf(error).code === 'not_found') throw error;
}

/** A form of a tracking code: what was refused is shown again with all that was typed. */
@Injectable()
export class FormSteps {
  constructor(
    private readonly tracking: Tracking,
    private readonly files: FilerFiles,
  ) {}

  async give<Result>(
    code: string,
    reply: FastifyReply,
    act: (typed: Map<string, string>) => Promise<Result>,
    { done, draw }: Then<Result>,
  ): Promise<string> {
    const typed = new Map<string, string>();
    let result: Result;
    try {
      // Without a database the form is still read, so that what was typed can be shown.
      await this.files.admit(code).catch(unlessUnknown);
      result = await act(typed);
    } catch (error) {
      const wrong = problemOf(error);
      if (told.includes(wrong.code)) throw error;
      void reply.status(wrong.status);
      const wait = retryAfterOf(wrong);
      if (wait !== undefined) void reply.header('retry-after', String(wait));
      const view =
        wrong.status < 500 ? await this.tracking.view(code).catch(() => undefined) : undefined;
      return draw(view, typed, wrong);
    }
    return done(result);
  }
}
