import { io, type Socket } from 'socket.io-client';
import type { PresenceMessage } from '../../src/live/live-message.js';

const open: Socket[] = [];

export const closeScreens = () => open.splice(0).forEach((socket) => socket.disconnect());

/** A page that is open somewhere: what it has been told of each case last. */
export class Screen {
  readonly told = new Map<string, PresenceMessage>();
  readonly taken: { caseId: string; by: { name: string } }[] = [];
  readonly filed: string[] = [];
  cut = false;

  private constructor(readonly socket: Socket) {}

  static async at(url: string, cookie: string): Promise<Screen> {
    const socket = io(`${url}/staff`, {
      transports: ['websocket'],
      extraHeaders: { cookie },
      forceNew: true,
      reconnection: false,
    });
    open.push(socket);
    const screen = new Screen(socket);
    socket.on('presence', (said: PresenceMessage) => screen.told.set(said.caseId, said));
    socket.on('taken', (over) => screen.taken.push(over));
    socket.on(
      'event',
      ({ complaintId, type }) => type === 'filed' && screen.filed.push(complaintId),
    );
    socket.on('disconnect', () => (screen.cut = true));
    await new Promise((resolve) => socket.on('ready', resolve));
    return screen;
  }

  says(word: string, caseId?: string): void {
    this.socket.emit(word, { caseId });
  }

  sees(caseId: string): string[] {
    const said = this.told.get(caseId);
    return (said?.people ?? []).map(
      ({ id, role, is }) => `${role} ${is}${said?.holder === id ? ' holds' : ''}`,
    );
  }
}
