import { matterOf, type Facts, type Matter } from '#likeness';

/** Where D01 of the samples is: a street light in phố Hòa Mã. */
export const spot = { lat: 21.0159, lon: 105.8541 };

export const noon = new Date('2026-03-10T05:00:00Z');

export const usual: Facts = {
  category: 'CS-01',
  families: ['CS'],
  rule: { radiusMeters: 150, windowHours: 168 },
  at: noon,
  point: spot,
  ward: '00256',
  address: null,
  text: 'Đèn đường phố Hòa Mã không sáng ba hôm nay.',
};

const areas = new Set(['soc son', 'hoang mai', 'cau giay']);

export const matter = (over: Partial<Facts> = {}): Matter => matterOf({ ...usual, ...over }, areas);

export const hoursLater = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);

/** Metres to the north of the spot. */
export const north = (meters: number) => ({ ...spot, lat: spot.lat + meters / 110_650 });
