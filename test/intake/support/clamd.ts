import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pickFreePort } from '../../../src/platform/postgres/ports.js';
import { pdf } from '../../stories/support/files.js';
import { eventually } from '../../platform/temporary.js';

// In two parts: a scanner of this machine must not take the test away.
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(
  '',
);

/** A document that every scanner calls malware. */
export const infected = Buffer.from(pdf.toString().replace('%%EOF', `%${eicar}\n%%EOF`));

type Answer = (content: Buffer) => string | 'nothing' | 'cut';

/** Whoever takes a file over the protocol of clamd and answers as told. */
export class FakeClamd {
  answer: Answer = () => 'stream: OK\0';
  readonly scanned: Buffer[] = [];
  connections = 0;
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer({ allowHalfOpen: true }, (socket) => this.serve(socket));

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(socket: Socket): void {
    this.connections += 1;
    this.sockets.add(socket);
    socket.on('error', () => socket.destroy());
    let sent = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      sent = Buffer.concat([sent, chunk]);
      const content = contentOf(sent);
      if (!content) return;
      this.scanned.push(content);
      const answer = this.answer(content);
      if (answer === 'cut') socket.destroy();
      else if (answer !== 'nothing') socket.end(answer);
    });
  }
}

/** The chunks behind the command, when the one of length zero has come. */
function contentOf(sent: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (sent.subarray(0, command.length).toString() !== command) return null;
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= sent.length;) {
    const length = sent.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(sent.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

const binary = '/usr/sbin/clamd';
export const hasClamd = existsSync(binary);

/** The real one, on both kinds of sockets, that knows nothing but the test file. */
export async function startClamd() {
  const folder = await mkdtemp(join(tmpdir(), 'dau-moi-clamd-'));
  const port = await pickFreePort();
  const socket = join(folder, 'clamd.sock');
  const signature = `Test.Eicar:0:*:${Buffer.from(eicar).toString('hex')}\n`;
  await writeFile(join(folder, 'test.ndb'), signature);
  const lines = [
    `DatabaseDirectory ${folder}`,
    `LocalSocket ${socket}`,
    `TCPSocket ${port}`,
    'TCPAddr 127.0.0.1',
    'Foreground yes',
    'StreamMaxLength 32M',
  ];
  await writeFile(join(folder, 'clamd.conf'), `${lines.join('\n')}\n`);
  const clamd = spawn(binary, ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' });
  await eventually(() => answers(port), 60);
  return {
    tcp: `127.0.0.1:${port}`,
    unix: `unix:${socket}`,
    stop: async () => {
      const ended = new Promise((resolve) => clamd.once('exit', resolve));
      clamd.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
