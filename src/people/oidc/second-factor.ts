// RFC 8176: what is had besides what is known. A code by telephone is not among them.
const strong = new Set(['mfa', 'otp', 'hwk', 'swk', 'sc']);

/** Whether the provider says by `amr` that more than a password was asked for. */
export const provesSecondFactor = (amr: unknown): boolean =>
  Array.isArray(amr) && amr.some((method) => strong.has(method as string));
