import type { Present, PresenceMessage } from './live-message.js';
import type { Matter } from './scope.js';

type Person = Omit<Present, 'is'>;

/** One window of one person at a case. */
interface Seat {
  caseId: string;
  person: Person;
  is: Present['is'];
}

interface Place {
  matter: Matter;
  /** By socket, in the order in which they came. */
  seats: Map<string, Seat>;
  /** The socket whose turn it is to write. */
  holder: string | null;
}

/** Who sits where, in this process; a socket is at one case at a time. */
export class Presence {
  private readonly places = new Map<string, Place>();
  private readonly seats = new Map<string, Seat>();

  /** Whether the socket is known to be at the case already. */
  isAt(socket: string, caseId: string): boolean {
    return this.seats.get(socket)?.caseId === caseId;
  }

  /** Whoever types first has the turn, until that person looks on, leaves or is taken over. */
  sit(socket: string, seat: Seat, matter: Matter): void {
    const { caseId, is } = seat;
    const place = this.places.get(caseId) ?? { matter, seats: new Map(), holder: null };
    this.places.set(caseId, place);
    place.matter = matter;
    place.seats.set(socket, seat);
    this.seats.set(socket, seat);
    if (is === 'typing') place.holder ??= socket;
    else if (place.holder === socket) place.holder = this.nextTo(place);
  }

  /** @returns the sockets of whoever had the turn, when that was somebody else */
  take(socket: string, caseId: string): string[] {
    const place = this.places.get(caseId);
    const before = place?.holder ? place.seats.get(place.holder)?.person.id : undefined;
    const now = place?.seats.get(socket)?.person.id;
    if (!place || now === undefined) return [];
    place.holder = socket;
    if (before === undefined || before === now) return [];
    return [...place.seats].flatMap(([id, seat]) => (seat.person.id === before ? [id] : []));
  }

  /** @returns the case that it was at */
  leave(socket: string): string | null {
    const seat = this.seats.get(socket);
    if (!seat) return null;
    this.seats.delete(socket);
    const place = this.places.get(seat.caseId);
    place?.seats.delete(socket);
    if (place?.holder === socket) place.holder = this.nextTo(place);
    return seat.caseId;
  }

  /** Who may hear of a case at which somebody is, or was until now. */
  matterOf(caseId: string): Matter | null {
    return this.places.get(caseId)?.matter ?? null;
  }

  /** What is told of a case; one that nobody is at any more is forgotten. */
  at(caseId: string): PresenceMessage {
    const place = this.places.get(caseId);
    if (place?.seats.size === 0) this.places.delete(caseId);
    const people = new Map<string, Present>();
    for (const { person, is } of place?.seats.values() ?? [])
      if (people.get(person.id)?.is !== 'typing') people.set(person.id, { ...person, is });
    const holder = place?.holder ? (place.seats.get(place.holder)?.person.id ?? null) : null;
    return { caseId, people: [...people.values()], holder };
  }

  /** All cases at which somebody is. */
  all(): { matter: Matter; message: PresenceMessage }[] {
    return [...this.places].map(([caseId, { matter }]) => ({ matter, message: this.at(caseId) }));
  }

  private nextTo({ seats }: Place): string | null {
    const [first] = [...seats].filter(([, { is }]) => is === 'typing');
    return first?.[0] ?? null;
  }
}
