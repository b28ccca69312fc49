import type { Words } from '../words.ts';

/** RFC 9457, as the API writes it. */
export interface ProblemDocument {
  status: number;
  code: string;
  detail: Words;
  errors?: ({ field: string; code: string } & Words)[];
  present?: unknown;
  retryAfter?: number;
  [more: string]: unknown;
}

export const networkProblem: ProblemDocument = {
  status: 0,
  code: 'network',
  detail: {
    vi: 'Không kết nối được máy chủ. Những gì đã gõ vẫn còn; hãy thử lại.',
    en: 'The server cannot be reached. What you typed is kept; please try again.',
  },
};

/** A request that did not succeed, with what the server says about it. */
export class Problem extends Error {
  constructor(readonly said: ProblemDocument) {
    super(said.code);
  }

  get code() {
    return this.said.code;
  }

  /** What is wrong with one field. */
  about(field: string): Words | undefined {
    return this.said.errors?.find((one) => one.field === field);
  }
}

export const problemOf = (error: unknown): Problem =>
  error instanceof Problem ? error : new Problem(networkProblem);
