import autocannon from 'autocannon';

export interface Loaded {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  max: number;
  done: number;
}

interface Load {
  connections: number;
  seconds: number;
  /** Requests a second over all connections; as many as are answered where it is left out. */
  rate?: number;
  body: (number: number) => string;
}

let sent = 0;

/** Posts JSON without pause. @throws where an answer was not a good one */
export async function post(
  url: string,
  { connections, seconds, rate, body }: Load,
): Promise<Loaded> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    ...(rate !== undefined && { overallRate: rate }),
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        setupRequest: (request) => ({ ...request, body: body((sent += 1)) }),
      },
    ],
  });
  const { non2xx, errors, timeouts, latency, duration } = result;
  if (non2xx + errors + timeouts > 0)
    throw new Error(`${non2xx} refused, ${errors} failed, ${timeouts} timed out at ${url}`);
  const done = result['2xx'];
  return { perSecond: done / duration, p50: latency.p50, p99: latency.p99, max: latency.max, done };
}
