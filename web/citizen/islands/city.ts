import type { CityMap } from '../../map/city-map.js';

/** The map is a good part of the page's weight: it comes when there is a place for it. */
for (const box of document.querySelectorAll<HTMLElement>('[data-map]')) {
  box.hidden = false;
  void import('../city/published-map.js')
    .then(({ publishedMap }): Promise<CityMap> => publishedMap(box))
    .catch(() => (box.hidden = true));
}
