import { describe, expect, it } from '@jest/globals';
import readExif from 'exif-reader';
import * as fc from 'fast-check';
import sharp from 'sharp';
import { photoFacts } from '../../src/intake/files/exif-place.js';
import { halves, lake, exifOf, photoOf } from './support/pictures.js';

async function exifIn(photo: Buffer): Promise<Buffer> {
  const { exif } = await sharp(photo).metadata();
  return exif!;
}

describe('the EXIF of a photo', () => {
  it('says where and when, as another reader understands it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: -89, max: 89, noNaN: true }),
        fc.double({ min: -179, max: 179, noNaN: true }),
        async (lat, lon) => {
          const exif = await exifIn(
            await photoOf({ at: { lat, lon }, taken: '2026:03:09 19:40:00' }),
          );
          const { point, taken } = photoFacts(exif);
          expect(point!.lat).toBeCloseTo(lat, 5);
          expect(point!.lon).toBeCloseTo(lon, 5);
          expect(taken).toEqual({ local: '2026-03-09T19:40:00', offset: null });
          const { GPSInfo, Photo } = readExif(exif);
          const [d, m, s] = GPSInfo!.GPSLatitude!;
          expect(Math.abs(point!.lat)).toBeCloseTo(d! + m! / 60 + s! / 3600, 5);
          expect(Photo!.DateTimeOriginal?.toISOString()).toBe(`${taken!.local}.000Z`);
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('is read from %s', async (format) => {
    const said = { at: lake, taken: '2026:03:09 19:40:00', offset: '+07:00' };
    const photo = await halves().toFormat(format).withExif(exifOf(said)).toBuffer();
    const { point, taken } = photoFacts(await exifIn(photo));
    expect(point).toEqual(lake);
    expect(taken).toEqual({ local: '2026-03-09T19:40:00', offset: '+07:00' });
  });

  it('says nothing when there is none', async () => {
    expect(photoFacts(undefined)).toEqual({ point: null, taken: null });
    expect(photoFacts(await exifIn(await photoOf({})))).toEqual({ point: null, taken: null });
  });

  it('says nothing that is no place, and never fails, whatever the bytes are', async () => {
    const whole = await exifIn(await photoOf({ at: lake, taken: '2026:03:09 19:40:00' }));
    const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), fc.nat(whole.length), (changes, length) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        const { point } = photoFacts(bytes.subarray(0, length));
        if (point) {
          expect(Math.abs(point.lat)).toBeLessThanOrEqual(90);
          expect(Math.abs(point.lon)).toBeLessThanOrEqual(180);
        }
      }),
      { numRuns: 2000 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void photoFacts(bytes)));
  });

  it('is read in no time when it claims to have billions of values', () => {
    const bytes = Buffer.alloc(65_535, 0);
    bytes.write('II*\0', 'latin1');
    bytes.writeUInt32LE(8, 4);
    const entries = 5400;
    bytes.writeUInt16LE(entries, 8);
    for (let at = 0; at < entries; at += 1) {
      bytes.writeUInt16LE(at + 1, 10 + at * 12);
      bytes.writeUInt16LE(1, 12 + at * 12);
      bytes.writeUInt32LE(0xffffffff, 14 + at * 12);
    }
    const from = performance.now();
    expect(photoFacts(bytes)).toEqual({ point: null, taken: null });
    expect(performance.now() - from).toBeLessThan(500);
  });
});
