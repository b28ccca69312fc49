import type { Socket } from 'socket.io-client';

export interface Present {
  id: string;
  name: string;
  role: string;
  is: 'looking' | 'typing';
}

export interface AtCase {
  caseId: string;
  people: Present[];
  /** Whose turn it is to write, by the id of the person. */
  holder: string | null;
}

type Watcher = () => void;

/** Said again so often while somebody writes. */
const SAY_MS = 5_000;

/** Who is at which case. After a cut this person is where the page is, and the others say so themselves. */
export class PresenceBook {
  private readonly cases = new Map<string, AtCase>();
  private readonly watchers = new Set<Watcher>();
  private readonly overtaken = new Set<(over: { caseId: string; by: Present }) => void>();
  private here: { word: 'look' | 'type'; caseId: string } | null = null;
  private saidAt = 0;

  constructor(private readonly socket: Socket) {
    socket.on('presence', (at: AtCase) => {
      if (at.people.length === 0) this.cases.delete(at.caseId);
      else this.cases.set(at.caseId, at);
      this.tell();
    });
    socket.on('taken', (over: { caseId: string; by: Present }) => {
      for (const hear of this.overtaken) hear(over);
    });
    socket.on('ready', () => this.repeat());
    socket.on('reset', () => this.repeat());
    socket.on('disconnect', () => {
      this.cases.clear();
      this.tell();
    });
  }

  at = (caseId: string): AtCase | undefined => this.cases.get(caseId);

  look(caseId: string): void {
    this.here = { word: 'look', caseId };
    this.saidAt = 0;
    this.socket.emit('look', { caseId });
  }

  type(caseId: string): void {
    const now = Date.now();
    const again = this.here?.word === 'type' && this.here.caseId === caseId;
    this.here = { word: 'type', caseId };
    if (again && now - this.saidAt < SAY_MS) return;
    this.saidAt = now;
    this.socket.emit('type', { caseId });
  }

  take(caseId: string): void {
    this.here = { word: 'type', caseId };
    this.socket.emit('take', { caseId });
  }

  leave(): void {
    this.here = null;
    this.socket.emit('leave');
  }

  watch = (watcher: Watcher): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  onTaken(hear: (over: { caseId: string; by: Present }) => void): () => void {
    this.overtaken.add(hear);
    return () => this.overtaken.delete(hear);
  }

  private repeat(): void {
    if (this.here) this.socket.emit(this.here.word, { caseId: this.here.caseId });
  }

  private tell(): void {
    for (const watch of this.watchers) watch();
  }
}
