import type { Socket } from 'socket.io-client';

/** Apart from each other, so that a thousand pages that were sent away do not come back at once. */
const waitMs = () => 1_000 + Math.random() * 4_000;

/**
 * Brings a connection back where socket.io itself does not: after the server has refused or ended it; and at once when
 * the network is back.
 * @param refused told when trying again is of no use: nobody is signed in any more, or may not hear this
 */
export function keepSteady(socket: Socket, refused: () => void = () => undefined): void {
  const again = () => void setTimeout(() => socket.connect(), waitMs());
  socket.on('connect_error', (error: Error & { data?: { status?: number } }) => {
    if (socket.active) return;
    const status = error.data?.status ?? 503;
    if (status >= 500 || status === 429) again();
    else refused();
  });
  socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') again();
  });
  addEventListener('online', () => {
    // A connection that waits for its next try is begun anew.
    if (socket.active && !socket.connected) socket.disconnect().connect();
  });
}
