import type { Socket } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface Received {
  recipients: string[];
  mail: ParsedMail;
}

/** What the server does with the next mail: takes it, answers a code, or takes it and cuts the line. */
type Turn = 'take' | 'cut' | number;

type Connection = { id: string; _socket: Socket };

/** A mail server on loopback that does as it is told. */
export class FakeSmtp {
  /** Every mail whose data arrived whole, also those whose acknowledgement was cut off. */
  readonly received: Received[] = [];
  /** One turn for each coming mail; when none is left, mails are taken. */
  turns: Turn[] = [];
  refusesSignIn = false;
  private server: SMTPServer | null = null;
  private port = 0;

  get url(): string {
    return `smtp://user:password@127.0.0.1:${this.port}`;
  }

  async start(): Promise<this> {
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      closeTimeout: 100,
      onAuth: (_, __, done) =>
        this.refusesSignIn ? done(new Error('no')) : done(null, { user: 'user' }),
      onData: (stream, session, done) => {
        const take = (mail: ParsedMail) => {
          const turn = this.turns.shift() ?? 'take';
          if (typeof turn === 'number')
            return done(Object.assign(new Error('refused'), { responseCode: turn }));
          const recipients = session.envelope.rcptTo.map(({ address }) => address);
          this.received.push({ recipients, mail });
          if (turn === 'take') return done();
          const connections = [...server.connections] as unknown as Connection[];
          connections.find(({ id }) => id === session.id)?._socket.destroy();
        };
        // What was cut before its end has not been received.
        void simpleParser(stream).then(take, () => undefined);
      },
    });
    server.on('error', () => undefined);
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.server.address() as { port: number }).port;
    return this;
  }

  async stop(): Promise<void> {
    const server = this.server;
    this.server = null;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  get messageIds(): (string | undefined)[] {
    return this.received.map(({ mail }) => mail.messageId);
  }
}
