import sharp, { type Sharp } from 'sharp';

/** Hoàn Kiếm lake, in the city of the tests. */
export const lake = { lat: 21.0285, lon: 105.8542 };
/** Huế, outside of it. */
export const outside = { lat: 16.4637, lon: 107.5909 };

export const SECRET = 'Máy ảnh của bà Chim Vành Khuyên';

/** Two halves, so that a turn can be seen: the left one red, the right one blue. */
export const halves = (width = 60, height = 40): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#d01010' } }).composite([
    {
      input: { create: { width: width / 2, height, channels: 3, background: '#1010d0' } },
      left: width / 2,
      top: 0,
    },
  ]);

const dms = (degrees: number) => {
  const value = Math.abs(degrees);
  const minutes = Math.floor((value % 1) * 60);
  const seconds = Math.round((value * 3600 - Math.floor(value) * 3600 - minutes * 60) * 10_000);
  return `${Math.floor(value)}/1 ${minutes}/1 ${seconds}/10000`;
};

interface Said {
  at?: { lat: number; lon: number };
  taken?: string;
  offset?: string;
}

/** What a phone writes beside the picture. */
export function exifOf({ at, taken, offset }: Said) {
  return {
    IFD0: { Make: SECRET },
    IFD2: {
      ...(taken && { DateTimeOriginal: taken }),
      ...(offset && { OffsetTimeOriginal: offset }),
      BodySerialNumber: '4711-0815',
    },
    ...(at && {
      IFD3: {
        GPSLatitudeRef: at.lat < 0 ? 'S' : 'N',
        GPSLatitude: dms(at.lat),
        GPSLongitudeRef: at.lon < 0 ? 'W' : 'E',
        GPSLongitude: dms(at.lon),
      },
    }),
  };
}

export const photoOf = (said: Said) => halves().jpeg().withExif(exifOf(said)).toBuffer();

/** A picture that cannot be pressed together. */
export const noise = (width: number, height: number): Sharp =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });
