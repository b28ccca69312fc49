import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import { banner } from '../../src/start/banner.js';
import { eventually } from '../platform/temporary.js';
import { streetLight } from '../world/complaints.js';
import { LiveClient } from '../live/live-client.js';
import type { Api } from '../world/api.js';
import { World } from '../world/world.js';
import { browserOf, enrol, said, somebody } from './support/people.js';

let world: World;
const clients: LiveClient[] = [];

beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(async () => {
  clients.forEach((client) => client.cut());
  await world.stop();
});

function screenOf({ cookie }: Api, origin?: string): LiveClient {
  const token = cookie.split('=')[1] ?? '';
  const client = new LiveClient('/staff', { token, ...(origin && { origin }) });
  clients.push(client);
  return client;
}

describe('a socket', () => {
  it('is not opened for a session that still needs its second factor, and is after', async () => {
    const api = await browserOf(world, await somebody(world, { role: 'supervisor' }));
    await expect(screenOf(api).connect(world.url)).rejects.toThrow(
      'session.second_factor_required',
    );
    await enrol(world, api);
    await screenOf(api).connect(world.url);
  });

  it('is cut when its session ends by the list, by idleness or by a role that needs more', async () => {
    const [ended, idle, raised] = await Promise.all(
      [1, 2, 3].map(async () => {
        const login = await somebody(world);
        return { login, api: await browserOf(world, login) };
      }),
    );
    const cut = 'io server disconnect';
    const screens = [ended!, idle!, raised!].map(({ api }) => screenOf(api));
    for (const screen of screens) await screen.connect(world.url);
    const other = await browserOf(world, ended!.login);
    await other.delete('/api/me/sessions').expect(204);
    await world.behind.query(
      `update session set last_seen_at = last_seen_at - interval '1 hour'
       where staff_id = (select id from staff where login = $1)`,
      [idle!.login],
    );
    await world.behind.query(`update staff set role = 'leader' where login = $1`, [raised!.login]);
    await eventually(async () => screens.every(({ ended: over }) => over !== undefined), 8);
    expect(screens.map(({ ended: over }) => over)).toEqual([cut, cut, cut]);
  });

  it('is refused to a page of another site by its origin, and by what the browser says of it', async () => {
    const api = await browserOf(world, await somebody(world));
    const foreign = screenOf(api, 'https://evil.example');
    await expect(foreign.connect(world.url)).rejects.toThrow('websocket error');
    await screenOf(api, world.url).connect(world.url);
    const port = Number(new URL(world.url).port);
    const handshake = async (site: string) => {
      const socket = connect(port, '127.0.0.1');
      socket.write(
        `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n` +
          `Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n` +
          `Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-Fetch-Site: ${site}\r\n\r\n`,
      );
      const [answer] = (await once(socket, 'data')) as [Buffer];
      socket.destroy();
      return answer.toString().split('\r\n')[0];
    };
    expect(await handshake('same-origin')).toContain('101');
    expect(await handshake('cross-site')).toContain('400');
    expect(await handshake('same-site')).toContain('400');
  });
});

describe('a write', () => {
  it.each(['cross-site', 'same-site'])(
    'of which the browser says %s is refused without an origin too',
    async (site) => {
      const api = await browserOf(world, await somebody(world));
      for (const asked of [
        api.post('/api/complaints', streetLight()),
        api.post('/api/session', { login: 'a', password: 'b' }),
        api.post('/api/session/reset', { login: 'a' }),
        api.delete('/api/me/sessions'),
        api.delete('/api/session'),
      ])
        expect(said(await asked.set('sec-fetch-site', site))).toBe('403 origin.refused');
      await api.get('/api/me').set('sec-fetch-site', site).expect(200);
    },
  );

  it('of our own pages is taken', async () => {
    const api = await browserOf(world, await somebody(world));
    const own = { 'sec-fetch-site': 'same-origin', origin: world.url };
    await api.delete('/api/me/sessions').set(own).expect(204);
  });
});

describe('the first lines of the program', () => {
  it('say how the first administrator is made while there is none', async () => {
    const config = { ...world.config, demo: false };
    const command = 'npm run cli -- create-staff --role administrator';
    expect(await banner(config, world.url, false)).toContain(command);
    expect(await banner(config, world.url, true)).not.toContain(command);
  });

  it('say in the demo who needs a code and where it comes from', async () => {
    const text = await banner(world.config, world.url, true);
    expect(text).toMatch(/giam\.sat +supervisor · \+ mã/);
    expect(text).toMatch(/truc\.tong\.dai\.1 +operator$/m);
    expect(text).toContain('npm run cli -- demo-code');
    expect(text).toMatch(/[A-Z2-7]{32}/);
  });
});
