import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Rescan } from '../../src/intake/files/rescan.js';
import { sha256 } from '../../src/platform/sha256.js';
import { problemsOf } from '../cli/desk.js';
import { caseIdOf, streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import { filesWith, pdf, photo, png } from '../stories/support/files.js';
import { keptFiles, stored } from '../stories/support/stored.js';
import { FakeClamd, hasClamd, infected, startClamd } from './support/clamd.js';

/** Files a complaint with the contents. @returns its id */
async function files(world: World, ...contents: Buffer[]): Promise<string> {
  const sent = contents.map((content, at) => ({ name: `tệp-${at}`, content }));
  const { body } = await filesWith(world, streetLight(), sent).expect(201);
  return caseIdOf(world, (body as { code: string }).code);
}

async function scansOf(world: World, id: string): Promise<string[]> {
  return (await (await world.operator()).sees(id)).attachments.map(({ scan }) => scan);
}

async function reads(world: World, id: string): Promise<number[]> {
  const operator = await world.operator();
  const { attachments } = await operator.sees(id);
  const answers = attachments.map((one) => operator.get(`/api/cases/${id}/attachments/${one.id}`));
  return (await Promise.all(answers)).map(({ status }) => status);
}

const rescan = (world: World) => world.app.get(Rescan, { strict: false }).round();

describe('a scanner', () => {
  const clamd = new FakeClamd();
  let world: World;
  beforeAll(async () => {
    world = await World.start({ CLAMD_HOST: await clamd.listen() });
  }, 60_000);
  afterAll(async () => {
    await world.stop();
    await clamd.close();
  });
  beforeEach(async () => {
    clamd.answer = () => 'stream: OK\0';
    await rescan(world);
  });

  it('sees every file as it is kept, and what is clean is given out', async () => {
    clamd.scanned.length = 0;
    const id = await files(world, photo(1), png, pdf);
    expect(await scansOf(world, id)).toEqual(['clean', 'clean', 'clean']);
    expect(await reads(world, id)).toEqual([200, 200, 200]);
    expect(clamd.scanned.map(sha256).toSorted()).toEqual((await keptFiles(world)).toSorted());
  });

  it('takes in a file of many chunks whole', async () => {
    clamd.scanned.length = 0;
    const long = Buffer.from(pdf.toString().replace('%%EOF', `%${'a'.repeat(900_000)}\n%%EOF`));
    await files(world, long);
    expect(clamd.scanned.map(sha256)).toEqual([sha256(long)]);
  });

  it('has a complaint with malware refused whole', async () => {
    clamd.answer = (content) =>
      content.equals(infected) ? 'stream: Test.Eicar FOUND\0' : 'stream: OK\0';
    const before = await stored(world);
    const sent = [photo(2), infected].map((content) => ({ name: 'a.pdf', content }));
    const { body } = await filesWith(world, streetLight(), sent).expect(400);
    expect(body.errors).toEqual([expect.objectContaining({ field: 'files.1', code: 'infected' })]);
    expect(await stored(world)).toEqual(before);
  });

  it.each([
    ['cuts the line', 'cut'],
    ['speaks of something else', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
    ['says that the file is too large', 'INSTREAM size limit exceeded. ERROR\0'],
    ['ends without a word', ''],
  ])('that %s leaves the file in quarantine and the complaint accepted', async (_, answer) => {
    clamd.answer = () => answer;
    const id = await files(world, photo(3));
    expect(await scansOf(world, id)).toEqual(['quarantined']);
    expect(await reads(world, id)).toEqual([409]);
    expect(await rescan(world)).toBe(0);
    expect(await reads(world, id)).toEqual([409]);
    clamd.answer = () => 'stream: OK\0';
    expect(await rescan(world)).toBe(1);
    expect([await scansOf(world, id), await reads(world, id)]).toEqual([['clean'], [200]]);
  });

  it('that hangs costs one filing five seconds, and the next one nothing', async () => {
    clamd.answer = () => 'nothing';
    const before = clamd.connections;
    const from = performance.now();
    const id = await files(world, photo(4), photo(5), pdf);
    const other = await files(world, photo(6));
    expect(performance.now() - from).toBeLessThan(12_000);
    expect(clamd.connections - before).toBe(1);
    const all = [...(await scansOf(world, id)), ...(await scansOf(world, other))];
    expect(all).toEqual(Array(4).fill('quarantined'));
  });

  it('that comes back says what was in quarantine; malware stays there and is named', async () => {
    clamd.answer = () => 'cut';
    const bad = await files(world, infected);
    const [good, same] = [await files(world, photo(7)), await files(world, photo(7))];
    clamd.answer = (content) =>
      content.equals(infected) ? 'stream: Test.Eicar FOUND\0' : 'stream: OK\0';
    expect(await rescan(world)).toBe(2);
    for (const id of [good, same])
      expect([await scansOf(world, id), await reads(world, id)]).toEqual([['clean'], [200]]);
    for (let round = 0; round < 2; round += 1) {
      expect([await scansOf(world, bad), await reads(world, bad)]).toEqual([['infected'], [409]]);
      expect(await rescan(world)).toBe(0);
    }
    const operator = await world.operator();
    const [file] = (await operator.sees(bad)).attachments;
    const { body } = await operator.get(`/api/cases/${bad}/attachments/${file?.id}`).expect(409);
    expect(body.code).toBe('file.quarantined');
    expect(await problemsOf(world.behind)).toEqual([]);
  });

  it('goes on past files that it will not look at', async () => {
    clamd.answer = () => 'cut';
    await files(world, pdf, png, photo(1), photo(2));
    let asked = 0;
    clamd.answer = () => ((asked += 1) === 2 ? 'stream: OK\0' : 'size limit exceeded. ERROR\0');
    expect([await rescan(world), asked]).toEqual([1, 4]);
  });
});

describe('without a scanner', () => {
  it('there is no daemon at the address: files are quarantined', async () => {
    const gone = new FakeClamd();
    const address = await gone.listen();
    await gone.close();
    const world = await World.start({ CLAMD_HOST: address });
    try {
      const id = await files(world, png);
      expect([await scansOf(world, id), await reads(world, id)]).toEqual([['quarantined'], [409]]);
    } finally {
      await world.stop();
    }
  });

  it('none is asked for: files are given out', async () => {
    const world = await World.start();
    try {
      const id = await files(world, png);
      expect([await scansOf(world, id), await reads(world, id)]).toEqual([['not_scanned'], [200]]);
    } finally {
      await world.stop();
    }
  });
});

if (hasClamd)
  describe("Debian's clamd", () => {
    let clamd: Awaited<ReturnType<typeof startClamd>>;
    beforeAll(async () => {
      clamd = await startClamd();
    }, 60_000);
    afterAll(() => clamd.stop());

    it.each(['tcp', 'unix'] as const)('finds the test file over %s', async (kind) => {
      const world = await World.start({ CLAMD_HOST: clamd[kind] });
      try {
        const id = await files(world, png, pdf, photo(1));
        expect(await scansOf(world, id)).toEqual(['clean', 'clean', 'clean']);
        const before = await stored(world);
        const sent = [{ name: 'đơn.pdf', content: infected }];
        const { body } = await filesWith(world, streetLight(), sent).expect(400);
        expect(body.errors[0]).toMatchObject({ field: 'files.0', code: 'infected' });
        expect(await stored(world)).toEqual(before);
      } finally {
        await world.stop();
      }
    });
  });
