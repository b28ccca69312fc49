export interface Point {
  lat: number;
  lon: number;
}

/** Where and when a photo says it was taken; the time as the camera's clock had it. */
export interface PhotoFacts {
  point: Point | null;
  taken: { local: string; offset: string | null } | null;
}

/*
 * Read by hand: exif-reader makes an array of every count that a tag claims, and a forged block of 64 KB
 * runs the process out of memory. This looks at six tags and never at more bytes than they need.
 */
const EXIF_IFD = 0x8769;
const GPS_IFD = 0x8825;
const DATE_TIME_ORIGINAL = 0x9003;
const OFFSET_TIME_ORIGINAL = 0x9011;
const [LATITUDE_REF, LATITUDE, LONGITUDE_REF, LONGITUDE] = [1, 2, 3, 4];

const ASCII = 2;
const LONG = 4;
const RATIONAL = 5;
const ENTRY_BYTES = 12;
const MAX_TEXT = 32;

const nothing: PhotoFacts = { point: null, taken: null };

/** Reads an EXIF block; a broken one says nothing. */
export function photoFacts(exif: Uint8Array | undefined): PhotoFacts {
  if (!exif) return nothing;
  try {
    return factsOf(new Tiff(exif));
  } catch (error) {
    // Whatever points behind the end of the block.
    if (error instanceof RangeError) return nothing;
    throw error;
  }
}

function factsOf(tiff: Tiff): PhotoFacts {
  const first = tiff.long(4);
  const gps = tiff.folder(tiff.entry(first, GPS_IFD));
  const camera = tiff.folder(tiff.entry(first, EXIF_IFD));
  return {
    point: gps === null ? null : pointOf(tiff, gps),
    taken: camera === null ? null : takenOf(tiff, camera),
  };
}

function pointOf(tiff: Tiff, gps: number): Point | null {
  const lat = degrees(tiff, gps, LATITUDE!, LATITUDE_REF!, { N: 1, S: -1 });
  const lon = degrees(tiff, gps, LONGITUDE!, LONGITUDE_REF!, { E: 1, W: -1 });
  if (lat === null || lon === null || Math.abs(lat) > 90 || Math.abs(lon) > 180) return null;
  return { lat, lon };
}

function degrees(
  tiff: Tiff,
  gps: number,
  tag: number,
  refTag: number,
  signs: Record<string, number>,
): number | null {
  const sign = signs[tiff.text(tiff.entry(gps, refTag))];
  const [whole, minutes, seconds] = tiff.rationals(tiff.entry(gps, tag), 3);
  const value = sign! * (whole! + minutes! / 60 + seconds! / 3600);
  // A missing part, or one divided by zero, makes it no number. Six decimals are 0.1 m.
  return Number.isFinite(value) ? Number(value.toFixed(6)) : null;
}

function takenOf(tiff: Tiff, camera: number): PhotoFacts['taken'] {
  const text = tiff.text(tiff.entry(camera, DATE_TIME_ORIGINAL));
  const [, year, month, day, time] = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(text) ?? [];
  if (!time) return null;
  const offset = tiff.text(tiff.entry(camera, OFFSET_TIME_ORIGINAL));
  return {
    local: `${year}-${month}-${day}T${time}`,
    offset: /^[+-]\d\d:\d\d$/.test(offset) ? offset : null,
  };
}

/** The block as TIFF; every read outside of it is a RangeError. */
class Tiff {
  private readonly view: DataView;
  private readonly little: boolean;

  constructor(exif: Uint8Array) {
    const named = String.fromCharCode(...exif.subarray(0, 6)) === 'Exif\0\0';
    const block = named ? exif.subarray(6) : exif;
    this.view = new DataView(block.buffer, block.byteOffset, block.byteLength);
    this.little = this.view.getUint16(0) === 0x4949;
  }

  long(at: number): number {
    return this.view.getUint32(at, this.little);
  }

  private short(at: number): number {
    return this.view.getUint16(at, this.little);
  }

  /** Where the entry of a tag stands in a folder; null when it has none. */
  entry(folder: number, tag: number): number | null {
    const count = this.short(folder);
    for (let at = folder + 2; at < folder + 2 + count * ENTRY_BYTES; at += ENTRY_BYTES)
      if (this.short(at) === tag) return at;
    return null;
  }

  folder(entry: number | null): number | null {
    return entry !== null && this.short(entry + 2) === LONG ? this.long(entry + 8) : null;
  }

  text(entry: number | null): string {
    if (entry === null || this.short(entry + 2) !== ASCII) return '';
    const length = Math.min(this.long(entry + 4), MAX_TEXT);
    const from = length <= 4 ? entry + 8 : this.long(entry + 8);
    const letters = Array.from({ length }, (_, at) => this.view.getUint8(from + at));
    return String.fromCharCode(...letters).replace(/[\0 ]+$/, '');
  }

  rationals(entry: number | null, count: number): number[] {
    if (entry === null || this.short(entry + 2) !== RATIONAL || this.long(entry + 4) < count)
      return [];
    const from = this.long(entry + 8);
    return Array.from(
      { length: count },
      (_, at) => this.long(from + at * 8) / this.long(from + at * 8 + 4),
    );
  }
}
