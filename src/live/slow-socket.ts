import type { LiveSocket } from './live-message.js';

// About 1 MB of events that nobody fetches; the client continues by its `since` when it can again.
const MOST_WAITING = 4_000;

type Connection = LiveSocket['conn'];

// Public in engine.io 6 and used by its own adapters, but not in its types.
const waiting = (conn: Connection) => (conn as unknown as { writeBuffer: unknown[] }).writeBuffer;

/** Drops the connection without a farewell, so that the client comes back by itself. */
export function drop(socket: LiveSocket): void {
  socket.conn.close(true);
}

export function dropIfSlow(socket: LiveSocket): void {
  if (waiting(socket.conn).length > MOST_WAITING) drop(socket);
}

/** Waits until everything said so far has left the process, or the connection is gone. */
export async function drained({ conn }: LiveSocket): Promise<void> {
  if (waiting(conn).length === 0 || conn.readyState !== 'open') return;
  await new Promise<void>((resolve) => {
    const done = () => {
      conn.off('drain', done).off('close', done);
      resolve();
    };
    conn.on('drain', done).on('close', done);
  });
}
