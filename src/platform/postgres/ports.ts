import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

// Below the range (32768 and up) from which outgoing connections get their own port: one of those would take
// the port while the database restarts, and a client knocking there could even end up talking to itself.
const FIRST = 20_000;
const LAST = 30_000;

export async function pickFreePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, LAST);
    if (await isFree(port)) return port;
  }
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
