/** Aborted by the first Ctrl-C, so that a verb ends what it has begun; the second one ends the process. */
export function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  const stop = () => {
    if (stopping.signal.aborted) process.exit(130);
    stopping.abort();
    process.exitCode = 130;
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return stopping.signal;
}
