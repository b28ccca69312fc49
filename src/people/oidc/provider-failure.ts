import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';

// No code: the connection failed. The others: something answered that is no provider at work.
const outages = new Set<string | undefined>([
  undefined,
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);

/** The provider does not work, as against: what came from it or in its name was not accepted. */
export function isOutage(error: unknown): boolean {
  if (error instanceof ResponseBodyError) return error.status >= 500;
  return error instanceof ClientError && outages.has(error.code);
}

/** Why a sign-in was refused, for the log: a code of the library or of OAuth; null for an error that is neither. */
export function refusalOf(error: unknown): string | null {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError)
    // Whoever calls chooses the words of an error answer.
    return /^[a-z_]{1,40}$/.test(error.error) ? error.error : 'error';
  if (error instanceof WWWAuthenticateChallengeError) return error.code;
  return error instanceof ClientError ? (error.code ?? 'error') : null;
}
