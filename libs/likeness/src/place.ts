import { fading } from './fading.js';
import { distance } from './near.js';
import { bothNameStreets, numbersMeet, sharedName } from './place-shared.js';
import type { Matter, Reason, Rule, Speaks, Words } from './types.js';
import { weights } from './weights.js';

const because = (vi: string, en: string, quoted?: Words): Reason => ({
  what: 'place',
  vi,
  en,
  ...(quoted && { quoted }),
});

const tens = (meters: number) => Math.max(10, Math.round(meters / 10) * 10);

function distanceWords(meters: number, slack: number): Reason {
  if (meters < 10 && slack === 0) return because('ngay tại chỗ', 'at the same spot');
  const about = slack > 0 ? ['khoảng ', 'about '] : ['', ''];
  if (meters < 1000)
    return because(`cách ${about[0]}${tens(meters)} m`, `${about[1]}${tens(meters)} m away`);
  const kilometers = (meters / 1000).toFixed(1);
  return because(`cách ${kilometers.replace('.', ',')} km`, `${kilometers} km away`);
}

/** By what the words say, where a point is missing. */
function byWords(a: Matter, b: Matter): Speaks {
  const { words } = weights;
  const name = sharedName(a.place, b.place);
  if (name) {
    const houses = numbersMeet(a.place.houses, b.place.houses);
    const lanes = numbersMeet(a.place.lanes, b.place.lanes);
    const { written } = name;
    const same = because('cùng nơi được nêu tên', 'the same named place', {
      vi: `cùng ${written}`,
      en: `the same place: ${written}`,
    });
    if (lanes === false) return { score: words.otherLane, reason: same };
    if (lanes || houses) {
      const number = because('cùng số, cùng nơi được nêu tên', 'the same number and named place', {
        vi: `cùng số, cùng ${written}`,
        en: `the same number, ${written}`,
      });
      return { score: words.sameNumber, reason: number };
    }
    return { score: houses === false ? words.otherNumber : words.sameName, reason: same };
  }
  if (a.ward === null || b.ward === null) return { score: 0, reason: null };
  if (a.ward !== b.ward) return { score: 0, reason: null };
  if (bothNameStreets(a.place, b.place)) return { score: words.otherName, reason: null };
  return { score: weights.sameWard, reason: because('cùng phường, xã', 'in the same ward') };
}

const isNowhere = ({ point, ward, place }: Matter) =>
  point === null && ward === null && place.names.length === 0;

/** How far the two places speak for one event: by their points, else by their words, else by the ward. */
export function placeSpeaks(
  a: Matter,
  b: Matter,
  { radiusMeters }: Rule,
): Speaks & {
  meters: number | null;
} {
  if (a.point && b.point) {
    const slack = a.slackMeters + b.slackMeters;
    const meters = distance(a.point, b.point);
    const far = Math.max(0, meters - slack);
    const score = fading(far, radiusMeters || weights.unlocatedMeters);
    return { score, reason: distanceWords(meters, slack), meters };
  }
  // A portal that fails has no place: kind, time and words are all there is.
  if (radiusMeters === 0 && (isNowhere(a) || isNowhere(b)))
    return { score: weights.nowhere, reason: null, meters: null };
  return { ...byWords(a, b), meters: null };
}
