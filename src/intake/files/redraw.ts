import sharp from 'sharp';
import { rename, rm, writeFile } from 'node:fs/promises';
import { sha256 } from '../../platform/sha256.js';
import { photoFacts, type PhotoFacts } from './exif-place.js';
import type { FileFault } from './file-faults.js';

const MAX_PIXELS = 50_000_000;
const MAX_SIDE = 2560;
const QUALITY = 85;
const SECONDS = 10;

// One thread a picture and nothing remembered: the gate decides how much is drawn at once.
sharp.concurrency(1);
sharp.cache(false);
// libvips also reads SVG, GIF, TIFF, and more that nobody may send.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadWebp',
    'VipsForeignLoadHeif',
  ],
});

/** A photo as it is kept: nothing of the file that was sent but its picture. */
export interface Redrawn {
  type: string;
  bytes: number;
  sha256: string;
  facts: PhotoFacts;
}

// `error` and not `warning`: cameras of some phones write headers that libjpeg warns of.
const open = (path: string, limitInputPixels: number | false) =>
  sharp(path, { limitInputPixels, failOn: 'error', sequentialRead: true });

/** What a photo says of itself. @returns a fault for one that cannot be read or is too large */
export async function photoHeader(path: string): Promise<PhotoFacts | FileFault> {
  try {
    const { width, height, exif } = await open(path, false).metadata();
    return width * height > MAX_PIXELS ? 'pixels' : photoFacts(exif);
  } catch {
    return 'unreadable';
  }
}

/** Draws the photo at `path` anew in its place: upright, bounded, its first frame, without metadata. */
export async function redraw(path: string, type: string): Promise<Redrawn | FileFault> {
  const facts = await photoHeader(path);
  if (typeof facts === 'string') return facts;
  const drawn = await draw(path, type).catch(() => null);
  if (!drawn) return 'unreadable';
  const { data, type: drawnAs } = drawn;
  const beside = `${path}.new`;
  try {
    await writeFile(beside, data);
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
  return { type: drawnAs, bytes: data.length, sha256: sha256(data), facts };
}

async function draw(path: string, type: string): Promise<{ data: Buffer; type: string }> {
  const picture = open(path, MAX_PIXELS)
    .autoOrient()
    .resize(MAX_SIDE, MAX_SIDE, { fit: 'inside', withoutEnlargement: true })
    .timeout({ seconds: SECONDS });
  if (type === 'image/png') return { data: await picture.png().toBuffer(), type };
  if (type === 'image/webp')
    return { data: await picture.webp({ quality: QUALITY }).toBuffer(), type };
  // AVIF too: writing it takes seconds, and not every program of an office opens it.
  const data = await picture.flatten({ background: '#fff' }).jpeg({ quality: QUALITY }).toBuffer();
  return { data, type: 'image/jpeg' };
}
