import type { Point } from './draft.ts';

/** Where a photo says it was taken is in its first bytes. */
const HEAD = 128 * 1024;
const [JPEG, EXIF, GPS] = [0xffd8, 0xffe1, 0x8825];

/** The place in a JPEG photo, read on the device; null where it has none or cannot be read. */
export async function placeIn(photo: Blob): Promise<Point | null> {
  const view = new DataView(await photo.slice(0, HEAD).arrayBuffer());
  try {
    const at = exifIn(view);
    return at === null ? null : pointIn(new DataView(view.buffer, at));
  } catch {
    // Whatever points behind the end.
    return null;
  }
}

/** Where the TIFF block begins. */
function exifIn(view: DataView): number | null {
  if (view.getUint16(0) !== JPEG) return null;
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const length = view.getUint16(at + 2);
    if (view.getUint16(at) === EXIF && view.getUint32(at + 4) === 0x45786966) return at + 10;
    at += 2 + length;
  }
  return null;
}

function pointIn(tiff: DataView): Point | null {
  const little = tiff.getUint16(0) === 0x4949;
  const short = (at: number) => tiff.getUint16(at, little);
  const long = (at: number) => tiff.getUint32(at, little);
  const entry = (folder: number, tag: number) => {
    const count = short(folder);
    for (let at = folder + 2; at < folder + 2 + count * 12; at += 12)
      if (short(at) === tag) return at;
    throw new RangeError('no such tag');
  };
  const gps = long(entry(long(4), GPS) + 8);
  const degrees = (tag: number, minus: string) => {
    const from = long(entry(gps, tag) + 8);
    const part = (n: number) => long(from + n * 8) / long(from + n * 8 + 4);
    const value = part(0) + part(1) / 60 + part(2) / 3600;
    const sign = String.fromCharCode(tiff.getUint8(entry(gps, tag - 1) + 8)) === minus ? -1 : 1;
    return Number((sign * value).toFixed(6));
  };
  const [lat, lon] = [degrees(2, 'S'), degrees(4, 'W')];
  return Number.isFinite(lat) && Number.isFinite(lon) ? { lat, lon } : null;
}
