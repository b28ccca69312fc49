import { createReadStream } from 'node:fs';
import { connect } from 'node:net';
import { pipeline } from 'node:stream/promises';

const TIMEOUT_MS = 5000;
const MAX_REPLY = 1024;

/** `refused`: the scanner answered that it would not look, as at a file over its own limit. */
export type Verdict = 'clean' | 'infected' | 'refused';

function open(address: string) {
  if (address.startsWith('unix:')) return connect(address.slice('unix:'.length));
  const [, host = '', port] = /^(.*):(\d+)$/.exec(address) ?? [];
  return connect(Number(port), host.replace(/^\[(.*)\]$/, '$1'));
}

/** The command INSTREAM: chunks behind their length in four bytes, and a length of zero at the end. */
async function* instream(path: string): AsyncGenerator<Buffer> {
  const length = (size: number) => {
    const four = Buffer.alloc(4);
    four.writeUInt32BE(size);
    return four;
  };
  yield Buffer.from('zINSTREAM\0');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>)
    yield Buffer.concat([length(chunk.length), chunk]);
  yield length(0);
}

async function replyOf(source: AsyncIterable<Buffer>): Promise<string> {
  let reply = '';
  for await (const chunk of source) {
    reply += chunk.toString('latin1');
    if (reply.includes('\0') || reply.length > MAX_REPLY) break;
  }
  return reply;
}

/** Has clamd look at a file. @throws when it is not there, too slow, or speaks of something else */
export async function askClamd(address: string, path: string): Promise<Verdict> {
  const reply = await pipeline(instream(path), open(address), replyOf, {
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (reply.startsWith('stream: OK\0')) return 'clean';
  if (/^stream: .+ FOUND\0/.test(reply)) return 'infected';
  if (/ ERROR\0/.test(reply)) return 'refused';
  throw new Error('clamd: no answer');
}
