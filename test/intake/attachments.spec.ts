import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { CaseView } from '../../src/complaints/dto/case-view.dto.js';
import { answer, caseIdOf, streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import { png } from '../stories/support/files.js';
import { sha256 } from '../../src/platform/sha256.js';
import { digestOfKept } from '../stories/support/stored.js';

let world: World;
let id: string;

beforeAll(async () => {
  world = await World.start();
  const filed = await request(world.url)
    .post('/api/complaints')
    .field('complaint', JSON.stringify(streetLight()))
    .attach('files', png, { filename: '../cột đèn.png', contentType: 'text/plain' })
    .expect(201);
  id = await caseIdOf(world, (filed.body as { code: string }).code);
}, 60_000);

afterAll(() => world.stop());

async function upload(login: string, version: number, file: Buffer) {
  const { cookie } = await world.as(login);
  return request(world.url)
    .post(`/api/cases/${id}/attachments`)
    .set('cookie', cookie)
    .set('if-match', `"${version}"`)
    .attach('files', file, { filename: 'sau khi sửa.png' });
}

describe('the files of a case', () => {
  it('stand in the log by their hash and come back whole, as a download', async () => {
    const head = await world.head('HAPULICO');
    const seen = await head.sees(id);
    const [hash] = (seen.timeline[0]!.data as { files: string[] }).files;
    expect(await digestOfKept(world, hash!)).toBe(hash);
    const [file] = seen.attachments;
    expect(file).toMatchObject({ name: 'cột đèn.png', type: 'image/png', scan: 'not_scanned' });
    const read = await head
      .get(`/api/cases/${id}/attachments/${file?.id}`)
      .buffer(true)
      .expect(200);
    expect(sha256(read.body as Buffer)).toBe(hash);
    expect((read.body as Buffer).length).toBe(file?.bytes);
    expect(read.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="c_t __n.png"; filename*=UTF-8''c%E1%BB%99t%20%C4%91%C3%A8n.png`,
    });
  });

  it('are not for another agency, nor for nobody', async () => {
    const [file] = (await (await world.head('HAPULICO')).sees(id)).attachments;
    const path = `/api/cases/${id}/attachments/${file?.id}`;
    await (await world.head('HSDC')).get(path).expect(404);
    await world.anyone.get(path).expect(401);
  });

  it('are added by the agency as a note, and are then evidence of its answer', async () => {
    const head = await world.head('HAPULICO');
    await head.does(id, 'accept', { officer: await world.officerOf('HAPULICO') });
    const { version } = await head.sees(id);
    expect((await upload('hapulico.thu.truong', version - 1, png)).status).toBe(409);
    expect((await upload('hapulico.thu.truong', version, Buffer.from('no photo'))).status).toBe(
      415,
    );
    expect((await upload('hsdc.thu.truong', version, png)).status).toBe(404);
    expect((await upload('hapulico.thu.truong', version, png)).status).toBe(200);
    const after: CaseView = await head.sees(id);
    const added = after.attachments.find(({ name }) => name === 'sau khi sửa.png');
    expect(after.timeline.at(-1)).toMatchObject({ type: 'noted' });
    expect(after.timeline.at(-1)?.data).toMatchObject({
      files: [expect.stringMatching(/^\w{64}$/)],
    });

    const stranger = '00000000-0000-4000-8000-000000000000';
    const refused = await head.tells(id, 'answer', { ...answer, evidence: [stranger] });
    expect(refused.body).toMatchObject({ status: 400, errors: [{ field: 'evidence' }] });
    await head.does(id, 'answer', { ...answer, evidence: [added?.id] });
    expect((await head.sees(id)).timeline.at(-1)?.data).toMatchObject({ evidence: [added?.id] });
  });
});
