import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { checkDatabase } from '../../src/platform/postgres/check-database.js';
import { StartError } from '../../src/platform/config/start-error.js';

const int16 = (value: number) => Buffer.from([value >> 8, value & 255]);
const int32 = (value: number) => Buffer.concat([int16(value >>> 16), int16(value & 65_535)]);
const message = (type: string, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
};

const facts = {
  version: '140011',
  encoding: 'UTF8',
  synchronous_commit: 'on',
  fsync: 'on',
};

const ready = message('Z', Buffer.from('I'));
const columns = message(
  'T',
  int16(Object.keys(facts).length),
  // Name, no table, no column, type text (25), any length, no modifier, text format.
  ...Object.keys(facts).map((name) =>
    Buffer.concat([
      Buffer.from(`${name}\0`),
      int32(0),
      int16(0),
      int32(25),
      int16(65_535),
      int32(0),
      int16(0),
    ]),
  ),
);
const row = message(
  'D',
  int16(Object.keys(facts).length),
  ...Object.values(facts).map((value) => Buffer.concat([int32(value.length), Buffer.from(value)])),
);

// No PostgreSQL this old installs beside the embedded one; the wire protocol is the same since version 7.4.
let server: Server;

beforeAll(async () => {
  server = createServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', int32(0)), ready]));
      socket.on('data', (data) => {
        if (data[0] === 'Q'.charCodeAt(0))
          socket.write(
            Buffer.concat([columns, row, message('C', Buffer.from('SELECT 1\0')), ready]),
          );
        else socket.end();
      });
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(async () => {
  server.close();
  await once(server, 'close');
});

describe('a database that is too old', () => {
  it('is refused in one line that names the version that is needed', async () => {
    const { port } = server.address() as AddressInfo;
    const refused = checkDatabase(`postgres://city:secret@127.0.0.1:${port}/city`);
    await expect(refused).rejects.toThrow(StartError);
    await expect(refused).rejects.toThrow(/PostgreSQL 14 is too old: 15 or newer/);
  });
});
