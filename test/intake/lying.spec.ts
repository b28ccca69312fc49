import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseIdOf, streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import { filesWith, pdf } from '../stories/support/files.js';
import { stored } from '../stories/support/stored.js';
import { doubles, lies, traces } from './support/lying.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(() => world.stop());

describe('a file that is not what it says', () => {
  it('comes in many kinds', () => expect(lies.length + doubles.length).toBeGreaterThan(60));

  it.each(lies)('$what is refused by its content', async ({ content, fault }) => {
    const before = await stored(world);
    for (const [name, contentType] of [
      ['ảnh.jpg', 'image/jpeg'],
      ['đơn.pdf', 'application/pdf'],
    ] as const) {
      const { status, body } = await filesWith(world, streetLight(), []).attach('files', content, {
        filename: name,
        contentType,
      });
      expect([status, body.errors[0]]).toEqual([
        fault === 'type' ? 415 : 400,
        expect.objectContaining({ field: 'files.0', code: fault }),
      ]);
    }
    expect(await stored(world)).toEqual(before);
  });

  it.each(doubles)('%s is a picture and nothing more, when it is given out', async (_, content) => {
    const sent = filesWith(world, streetLight(), [{ name: 'trang.html', content }]);
    const { code } = (await sent.expect(201)).body as { code: string };
    const id = await caseIdOf(world, code);
    const operator = await world.operator();
    const [file] = (await operator.sees(id)).attachments;
    expect(file?.name).toMatch(/^trang\.html\.(jpg|png|webp)$/);
    const read = await operator
      .get(`/api/cases/${id}/attachments/${file?.id}`)
      .buffer(true)
      .expect(200);
    expect(read.headers['content-type']).toMatch(/^image\/(jpeg|png|webp)$/);
    const found = traces.filter((trace) => (read.body as Buffer).includes(trace, 0, 'latin1'));
    expect(found).toEqual([]);
  });

  it('does not open a PDF in a browser', async () => {
    const sent = filesWith(world, streetLight(), [{ name: 'đơn.hta', content: pdf }]);
    const { code } = (await sent.expect(201)).body as { code: string };
    const id = await caseIdOf(world, code);
    const operator = await world.operator();
    const [file] = (await operator.sees(id)).attachments;
    expect(file).toMatchObject({ name: 'đơn.hta.pdf', type: 'application/pdf' });
    const { headers } = await operator.get(`/api/cases/${id}/attachments/${file?.id}`).expect(200);
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="__n.hta.pdf"; filename*=UTF-8''%C4%91%C6%A1n.hta.pdf`,
      'x-content-type-options': 'nosniff',
    });
  });
});
