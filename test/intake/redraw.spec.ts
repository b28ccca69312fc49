import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { redraw, type Redrawn } from '../../src/intake/files/redraw.js';
import { sha256 } from '../../src/platform/sha256.js';
import { exifOf, halves, lake, noise, SECRET } from './support/pictures.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dau-moi-redraw-'));
});
afterAll(() => rm(folder, { recursive: true }));

const said = exifOf({ at: lake, taken: '2026:03:09 19:40:00' });

/** Draws a photo anew; the file beside it must be gone. */
async function drawn(photo: Buffer, type: string) {
  const path = join(folder, 'photo');
  await writeFile(path, photo);
  const told = await redraw(path, type);
  expect(await readdir(folder)).toEqual(['photo']);
  return { told, bytes: await readFile(path) };
}

async function redrawn(photo: Buffer, type: string) {
  const { told, bytes } = await drawn(photo, type);
  if (typeof told === 'string') throw new Error(told);
  const metadata = await sharp(bytes).metadata();
  return { told: told satisfies Redrawn, bytes, metadata };
}

const formats = [
  ['jpeg', 'image/jpeg', 'image/jpeg'],
  ['png', 'image/png', 'image/png'],
  ['webp', 'image/webp', 'image/webp'],
  ['avif', 'image/avif', 'image/jpeg'],
] as const;

describe('a photo drawn anew', () => {
  it.each(formats)('%s has nothing but the picture', async (format, type, becomes) => {
    const photo = await halves().toFormat(format).withExif(said).withXmp('<x:xmpmeta/>').toBuffer();
    const trailer = Buffer.from('<script>alert(1)</script>PK\u0003\u0004');
    const { told, bytes, metadata } = await redrawn(Buffer.concat([photo, trailer]), type);
    expect(told).toMatchObject({ type: becomes, bytes: bytes.length, sha256: sha256(bytes) });
    expect(told.facts.point).toEqual(lake);
    expect([metadata.exif, metadata.xmp, metadata.icc, metadata.iptc]).toEqual([]);
    for (const trace of [SECRET, '4711-0815', 'script', 'xmpmeta', 'PK\u0003\u0004'])
      expect(bytes.includes(trace)).toBe(false);
  });

  it.each(formats)('%s stands upright', async (format, type, _) => {
    const turned = halves(60, 40).toFormat(format).withMetadata({ orientation: 6 });
    const photo = await turned.withExif(said).toBuffer();
    const { bytes, metadata } = await redrawn(photo, type);
    expect([metadata.width, metadata.height, metadata.orientation]).toEqual([40, 60, undefined]);
    // Turned to the right: what was on the left is on top.
    const { data, info } = await sharp(bytes)
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const red = (x: number, y: number) => data[(y * info.width + x) * 3]!;
    expect(red(20, 8)).toBeGreaterThan(150);
    expect(red(20, 52)).toBeLessThan(100);
  });

  const exiftool = '/usr/bin/exiftool';
  if (existsSync(exiftool))
    it('has nothing that exiftool finds', async () => {
      await redrawn(await halves().jpeg().withExif(said).toBuffer(), 'image/jpeg');
      const found = execFileSync(exiftool, ['-G', join(folder, 'photo')], { encoding: 'utf8' });
      expect(found).not.toMatch(/GPS|EXIF|XMP|Serial|Date\/Time Original|Khuyên/);
    });

  it('is at most 2560 pixels on its longer side, and never larger than it was', async () => {
    const { metadata } = await redrawn(await noise(5200, 1300).jpeg().toBuffer(), 'image/jpeg');
    expect([metadata.width, metadata.height]).toEqual([2560, 640]);
    const small = await redrawn(await halves().png().toBuffer(), 'image/png');
    expect(small.metadata.width).toBe(60);
  });

  it('is the first frame of an animation', async () => {
    const frames = sharp([await halves().png().toBuffer(), await noise(60, 40).png().toBuffer()], {
      join: { animated: true },
    });
    const { metadata, bytes } = await redrawn(await frames.webp().toBuffer(), 'image/webp');
    expect([metadata.pages ?? 1, metadata.height]).toEqual([1, 40]);
    expect(bytes.includes('ANIM')).toBe(false);
  });

  it('comes in the same bytes each time', async () => {
    const photo = await noise(300, 200).jpeg().withExif(said).toBuffer();
    const [one, two] = [await redrawn(photo, 'image/jpeg'), await redrawn(photo, 'image/jpeg')];
    expect(one.told.sha256).toBe(two.told.sha256);
  });
});

/** A PNG whose header promises more than it has. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((width + 1) * Math.min(height, 1000)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('a photo that is refused', () => {
  it.each(formats)('%s that does not end', async (format, type, _) => {
    const whole = await noise(200, 150).toFormat(format).toBuffer();
    for (const part of [0.3, 0.6, 0.9, 0.99]) {
      const cut = whole.subarray(0, Math.floor(whole.length * part));
      expect((await drawn(cut, type)).told).toBe('unreadable');
    }
  });

  it('a small file of very many pixels, at once', async () => {
    const bomb = pngOf(30_000, 30_000);
    expect(bomb.length).toBeLessThan(100_000);
    const from = performance.now();
    expect((await drawn(bomb, 'image/png')).told).toBe('pixels');
    expect(performance.now() - from).toBeLessThan(1000);
    expect((await drawn(pngOf(7072, 7072), 'image/png')).told).toBe('pixels');
  });

  it.each([
    ['SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['GIF', () => halves().gif().toBuffer()],
    ['TIFF', () => halves().tiff().toBuffer()],
  ])('%s, whatever it is taken for', async (_, make) => {
    const picture = await make();
    for (const [, type] of formats) expect((await drawn(picture, type)).told).toBe('unreadable');
  });
});
