// SQLSTATE classes 08 (connection), 53 (resources), 57P (shutdown, crash), and a timed-out statement or lock.
const unavailableStates = /^(08|53|57P|57014|55P03|25P03)/;
const unavailableErrors = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|ENOSPC)$/;
const unavailableWords =
  /timeout exceeded when trying to connect|timeout expired|Query read timeout|Connection terminated|not queryable|already released/i;

/** Whether what failed is out of reach for now, rather than refused or wrong. */
export function isUnavailable(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const text = typeof code === 'string' ? code : '';
  return (
    unavailableStates.test(text) ||
    unavailableErrors.test(text) ||
    unavailableWords.test(typeof message === 'string' ? message : '')
  );
}
