import { problemOf } from '../platform/errors/problem.js';
import type { Log } from '../platform/logging/log.js';
import type { LiveNamespace, LiveSocket } from './live-message.js';

/** Lets into a namespace only whom `admit` finds a scope for; others get `connect_error` with a problem's code. */
export function guard(
  namespace: LiveNamespace,
  log: Log,
  admit: (socket: LiveSocket) => Promise<LiveSocket['data']>,
  hears: ReadonlySet<string> = new Set(),
): void {
  namespace.use((socket, next) => {
    admit(socket).then(
      (admitted) => {
        Object.assign(socket.data, admitted);
        // After the handshake a client has little to say; one that says anything else is cut at its first word.
        socket.onAny((word: string) => {
          if (!hears.has(word)) socket.disconnect(true);
        });
        next();
      },
      (error: unknown) => {
        const problem = problemOf(error);
        if (problem.status >= 500) log.failure('socket not admitted', error);
        next(Object.assign(new Error(problem.code), { data: problem }));
      },
    );
  });
}
