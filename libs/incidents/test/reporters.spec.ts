import { describe, expect, it } from '@jest/globals';
import { countReporters, isLikely, metersBetween } from '#incidents';

const one = (complaint: string, phone: string | null, mail: string | null) => ({
  complaint,
  phone,
  mail,
});

describe('reporters', () => {
  it('are counted once, whatever of their contacts they leave each time', () => {
    expect(countReporters([])).toBe(0);
    expect(countReporters([one('a', null, null), one('b', null, null)])).toBe(2);
    expect(countReporters([one('a', '1', null), one('b', '1', 'm'), one('c', null, 'm')])).toBe(1);
    expect(countReporters([one('a', '1', null), one('b', '2', null), one('c', '2', 'm')])).toBe(2);
    // A phone number and a mail address that happen to have one hash are two things.
    expect(countReporters([one('a', 'x', null), one('b', null, 'x')])).toBe(2);
  });
});

describe('the same event', () => {
  const lake = { family: 'CS', point: { lat: 21.028, lon: 105.852 }, ward: '00070', at: 0 };
  const reach = { meters: 100, ms: 1000 };

  it('is of one family, near and not long apart', () => {
    const near = { ...lake, point: { lat: 21.0285, lon: 105.852 } };
    expect(metersBetween(lake.point, near.point)).toBeCloseTo(55.7, 0);
    expect(isLikely(lake, near, reach)).toBe(true);
    expect(isLikely(lake, { ...near, family: 'DIEN' }, reach)).toBe(false);
    expect(isLikely(lake, { ...near, at: 1001 }, reach)).toBe(false);
    expect(isLikely(lake, { ...near, point: { lat: 21.03, lon: 105.852 } }, reach)).toBe(false);
  });

  it('is told by the ward where one has no point, and by nothing where it has neither', () => {
    expect(isLikely(lake, { ...lake, point: null }, reach)).toBe(true);
    expect(isLikely(lake, { ...lake, point: null, ward: '00071' }, reach)).toBe(false);
    expect(isLikely({ ...lake, ward: null }, { ...lake, point: null, ward: null }, reach)).toBe(
      false,
    );
  });
});
