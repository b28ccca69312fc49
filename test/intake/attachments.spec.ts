import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import request from 'supertest';
import type { CaseView } from '../../src/complaints/dto/case-view.dto.js';
import { answer, caseIdOf, streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';

// The smallest PNG there is: one transparent pixel.
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const digest = createHash('sha256').update(pixel).digest('hex');

let world: World;
let id: string;

beforeAll(async () => {
  world = await World.start();
  const filed = await request(world.url)
    .post('/api/complaints')
    .field('complaint', JSON.stringify(streetLight()))
    .attach('files', pixel, { filename: '../cột đèn.png', contentType: 'text/plain' })
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
    expect(seen.timeline[0]?.data).toMatchObject({ files: [digest] });
    const [file] = seen.attachments;
    expect(file).toMatchObject({ name: 'cột đèn.png', type: 'image/png', bytes: pixel.length });
    const read = await head
      .get(`/api/cases/${id}/attachments/${file?.id}`)
      .buffer(true)
      .expect(200);
    expect(Buffer.compare(read.body as Buffer, pixel)).toBe(0);
    expect(read.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(read.headers['content-disposition']).toMatch(
      /^attachment; filename\*=UTF-8''c%E1%BB%99t/,
    );
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
    expect((await upload('hapulico.thu.truong', version - 1, pixel)).status).toBe(409);
    expect((await upload('hapulico.thu.truong', version, Buffer.from('no photo'))).status).toBe(
      415,
    );
    expect((await upload('hsdc.thu.truong', version, pixel)).status).toBe(404);
    expect((await upload('hapulico.thu.truong', version, pixel)).status).toBe(200);
    const after: CaseView = await head.sees(id);
    const added = after.attachments.find(({ name }) => name === 'sau khi sửa.png');
    expect(after.timeline.at(-1)).toMatchObject({ type: 'noted', data: { files: [digest] } });

    const stranger = '00000000-0000-4000-8000-000000000000';
    const refused = await head.tells(id, 'answer', { ...answer, evidence: [stranger] });
    expect(refused.body).toMatchObject({ status: 400, errors: [{ field: 'evidence' }] });
    await head.does(id, 'answer', { ...answer, evidence: [added?.id] });
    expect((await head.sees(id)).timeline.at(-1)?.data).toMatchObject({ evidence: [added?.id] });
  });
});
