import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { linkStaff } from '../../src/cli/link-staff.js';
import { ManualTime } from '../world/manual-time.js';
import { openDesk, type TestDesk } from './desk.js';

const issuer = 'https://idp.example/';
const time = new ManualTime(new Date('2026-03-10T02:00:00.000Z'));

describe('linking an account to the identity provider', () => {
  let desk: TestDesk;
  const link = (login: string, subject: string, by: string | undefined = issuer) =>
    linkStaff(desk, { login, subject, issuer: by }, time);
  const links = () =>
    desk.source.query(
      `select issuer, subject, login, linked_at from staff_identity
       join staff on staff.id = staff_id order by subject`,
    );

  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.clear());

  it('is written once, however often it is said', async () => {
    await link('giam.sat', 'one');
    time.advance({ days: 1 });
    await link('GIAM.SAT', 'one');
    await link('giam.sat', 'two');
    expect(await links()).toEqual([
      expect.objectContaining({ subject: 'one', linked_at: new Date('2026-03-10T02:00:00.000Z') }),
      expect.objectContaining({ subject: 'two', issuer, login: 'giam.sat' }),
    ]);
  });

  it('is refused for an account that is not there, and for an identity of somebody else', async () => {
    const before = await links();
    await expect(link('nobody', 'three')).rejects.toThrow(/no account nobody/);
    await expect(link('quan.sat', 'one')).rejects.toThrow(/linked to giam.sat already/);
    expect(await links()).toEqual(before);
  });

  it('needs an issuer, and takes the configured one', async () => {
    await expect(linkStaff(desk, { login: 'giam.sat', subject: 'x' })).rejects.toThrow(/--issuer/);
    const identityProvider = { issuer, clientId: 'x', clientSecret: undefined, scope: 'openid' };
    const configured = { ...desk, config: { ...desk.config, identityProvider } };
    const linked = await linkStaff(configured, { login: 'giam.sat', subject: 'x' });
    expect(linked).toEqual({ issuer, subject: 'x' });
  });
});
