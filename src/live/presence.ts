import type { Present, PresenceMessage } from './live-message.js';
import type { Matter } from './scope.js';

type Person = Omit<Present, 'is'>;

/** One window of one person at a case. */
export interface Seat {
  socket: string;
  person: Person;
  /** Its place among those who came. */
  came: number;
  /** Null for whoever looks. The least of a case has the turn to write; whoever takes it over goes below zero. */
  claim: number | null;
}

/** Everybody whom one process has at a case. */
export interface Bench {
  caseId: string;
  matter: Matter;
  /** When the matter was looked up. */
  known: number;
  seats: Seat[];
}

interface Place extends Omit<Bench, 'caseId' | 'seats'> {
  seats: Map<string, Seat & { home: string }>;
}

/**
 * Who sits where, in this process and in the others; a socket is at one case at a time. Moments are counted and not
 * timed: each is after all that its process had heard of (Lamport), so that all processes come to the same order.
 */
export class Presence {
  private readonly places = new Map<string, Place>();
  private readonly caseOf = new Map<string, string>();
  private moment = 0;

  /** `home` is the name of this process. */
  constructor(private readonly home = '') {}

  /** Whether the socket is known to be at the case already. */
  isAt(socket: string, caseId: string): boolean {
    return this.caseOf.get(socket) === caseId;
  }

  /** Whoever types first has the turn, until that person looks on, leaves or is taken over. */
  sit(
    socket: string,
    { caseId, person, is }: { caseId: string; person: Person; is: Present['is'] },
    matter: Matter,
  ): void {
    this.moment += 1;
    const place = this.placeAt(caseId, matter, this.moment);
    if (place.matter !== matter) Object.assign(place, { matter, known: this.moment });
    const before = place.seats.get(socket);
    const claim = is === 'typing' ? (before?.claim ?? this.moment) : null;
    const came = before?.came ?? this.moment;
    place.seats.set(socket, { socket, person, came, claim, home: this.home });
    this.caseOf.set(socket, caseId);
  }

  /** @returns the sockets of whoever had the turn, when that was somebody else */
  take(socket: string, caseId: string): string[] {
    const place = this.places.get(caseId);
    const seat = place?.seats.get(socket);
    if (!place || !seat) return [];
    const before = holderOf(place);
    seat.claim = -(this.moment += 1);
    if (before === null || before === seat.person.id) return [];
    return [...place.seats].flatMap(([id, { person }]) => (person.id === before ? [id] : []));
  }

  /** @returns the case that it was at */
  leave(socket: string): string | null {
    const caseId = this.caseOf.get(socket);
    if (caseId === undefined) return null;
    this.caseOf.delete(socket);
    this.places.get(caseId)?.seats.delete(socket);
    return caseId;
  }

  /** Who may hear of a case at which somebody is, or was until now. */
  matterOf(caseId: string): Matter | null {
    return this.places.get(caseId)?.matter ?? null;
  }

  /** What is told of a case; one that nobody is at any more is forgotten. */
  at(caseId: string): PresenceMessage {
    const message = messageOf(caseId, this.places.get(caseId));
    if (message.people.length === 0) this.places.delete(caseId);
    return message;
  }

  /** All cases at which somebody is. */
  all(): { matter: Matter; message: PresenceMessage }[] {
    return [...this.places].map(([caseId, { matter }]) => ({ matter, message: this.at(caseId) }));
  }

  /** Whom this process has at a case, for the others. */
  bench(caseId: string): Bench | null {
    const place = this.places.get(caseId);
    if (!place) return null;
    const { matter, known } = place;
    const own = [...place.seats.values()].filter(({ home }) => home === this.home);
    const seats = own.map(({ socket, person, came, claim }) => ({ socket, person, came, claim }));
    return { caseId, matter, known, seats };
  }

  /** Everybody whom this process has. */
  benches(): Bench[] {
    const cases = new Set(this.caseOf.values());
    return [...cases].map((caseId) => this.bench(caseId)).filter((bench) => bench !== null);
  }

  /** Takes what another process says of one case. @returns whether something is new */
  hear(home: string, { caseId, matter, known, seats }: Bench): boolean {
    const before = this.told(caseId);
    const place = this.placeAt(caseId, matter, known);
    if (known > place.known) Object.assign(place, { matter, known });
    for (const [socket, seat] of place.seats) if (seat.home === home) place.seats.delete(socket);
    for (const seat of seats) {
      place.seats.set(seat.socket, { ...seat, home });
      this.moment = Math.max(this.moment, known, seat.came, Math.abs(seat.claim ?? 0));
    }
    const isNew = this.told(caseId) !== before;
    if (!isNew && place.seats.size === 0) this.places.delete(caseId);
    return isNew;
  }

  /** Takes what another process says of all its people; nothing, once it is gone. @returns the cases of which something is new */
  hearAll(home: string, benches: readonly Bench[]): string[] {
    const named = new Set(benches.map(({ caseId }) => caseId));
    const left = [...this.places].flatMap(([caseId, { matter, known, seats }]) =>
      !named.has(caseId) && [...seats.values()].some((seat) => seat.home === home)
        ? [{ caseId, matter, known, seats: [] }]
        : [],
    );
    return [...benches, ...left].flatMap((bench) => (this.hear(home, bench) ? [bench.caseId] : []));
  }

  private told(caseId: string): string {
    return JSON.stringify(messageOf(caseId, this.places.get(caseId)));
  }

  private placeAt(caseId: string, matter: Matter, known: number): Place {
    const place = this.places.get(caseId) ?? { matter, known, seats: new Map() };
    this.places.set(caseId, place);
    return place;
  }
}

const byPlace = (one: Seat, other: Seat) =>
  one.came - other.came || (one.socket < other.socket ? -1 : 1);

/** Whose turn it is to write, by the id of the person. */
function holderOf({ seats }: Place): string | null {
  const typing = [...seats.values()].filter(({ claim }) => claim !== null);
  const [first] = typing.toSorted((a, b) => (a.claim ?? 0) - (b.claim ?? 0) || byPlace(a, b));
  return first?.person.id ?? null;
}

function messageOf(caseId: string, place: Place | undefined): PresenceMessage {
  const people = new Map<string, Present>();
  for (const { person, claim } of [...(place?.seats.values() ?? [])].toSorted(byPlace))
    if (people.get(person.id)?.is !== 'typing')
      people.set(person.id, { ...person, is: claim === null ? 'looking' : 'typing' });
  return { caseId, people: [...people.values()], holder: place ? holderOf(place) : null };
}
