export type OutwardCode = 'scheme' | 'inside' | 'redirect' | 'answer' | 'too_large' | 'too_slow';

/** Why a call to the outside was not made or not finished; says nothing of where it went. */
export class OutwardError extends Error {
  override readonly name = 'OutwardError';

  constructor(readonly code: OutwardCode) {
    super(code);
  }
}
