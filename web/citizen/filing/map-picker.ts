import { cityMap } from '../../map/city-map.ts';
import type { Point } from './draft.ts';

const CLOSE = 16;

/** A map whose middle is the place: it is moved under the pin, by finger, mouse or arrow keys. */
export async function openPicker(element: HTMLElement, point: Point | null) {
  const { map } = await cityMap(element);
  if (point) map.setView([point.lat, point.lon], CLOSE);
  map.on('click', ({ latlng }) => map.panTo(latlng));
  return {
    middle(): Point {
      const { lat, lng } = map.getCenter();
      return { lat: Number(lat.toFixed(6)), lon: Number(lng.toFixed(6)) };
    },
    close: () => map.remove(),
  };
}
