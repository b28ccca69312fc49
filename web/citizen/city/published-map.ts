import L from 'leaflet';
import 'leaflet.markercluster/dist/MarkerCluster.css';
import './published-map.css';
import { cityMap, type CityMap } from '../../map/city-map.js';

interface Words {
  vi: string;
  en: string;
}

interface Published {
  id: string;
  status: string;
  category: Words | null;
  ward: Words | null;
  lat: number | null;
  lon: number | null;
}

interface Page {
  items: Published[];
  next: string | null;
}

/** A city's map of some months is told by so many; the list has all of them. */
const MOST_PAGES = 10;

const say = (words: Words | null) =>
  words ? (document.documentElement.lang === 'en' ? words.en : words.vi) : '';

async function* pages(query: string): AsyncGenerator<Published[]> {
  let after: string | null = null;
  for (let read = 0; read < MOST_PAGES; read += 1) {
    const asked = new URLSearchParams(query);
    asked.set('limit', '100');
    if (after) asked.set('after', after);
    const answer = await fetch(`/api/public/complaints?${asked.toString()}`);
    if (!answer.ok) return;
    const page = (await answer.json()) as Page;
    yield page.items;
    after = page.next;
    if (!after) return;
  }
}

function popup({ id, category, ward }: Published): HTMLElement {
  const link = document.createElement('a');
  link.href = `/complaints/${id}`;
  link.textContent = say(category) || '…';
  const where = document.createElement('p');
  where.textContent = say(ward);
  const box = document.createElement('div');
  box.append(link, where);
  return box;
}

const pin = (status: string) =>
  L.divIcon({ className: `pin pin-${status}`, iconSize: [22, 22], html: '' });

/** Published complaints in clusters over the city's wards; a place alone where the page is about one. */
export async function publishedMap(box: HTMLElement): Promise<CityMap> {
  const drawn = await cityMap(box);
  const { lat, lon } = box.closest<HTMLElement>('[data-lat]')?.dataset ?? {};
  if (lat && lon) {
    const at: L.LatLngTuple = [Number(lat), Number(lon)];
    L.circle(at, { radius: 100, className: 'near' }).addTo(drawn.map);
    drawn.map.setView(at, 15);
    return drawn;
  }
  // The plugin hangs itself on the one that it finds there.
  Object.assign(window, { L });
  await import('leaflet.markercluster');
  const clusters = L.markerClusterGroup({
    showCoverageOnHover: false,
    iconCreateFunction: (cluster) =>
      L.divIcon({ className: 'cluster', iconSize: [40, 40], html: `${cluster.getChildCount()}` }),
  });
  drawn.map.addLayer(clusters);
  for await (const items of pages(box.dataset['map'] ?? '')) {
    const markers = items.flatMap((one) =>
      one.lat === null || one.lon === null
        ? []
        : [
            L.marker([one.lat, one.lon], {
              icon: pin(one.status),
              title: say(one.category),
              alt: say(one.category),
            }).bindPopup(() => popup(one)),
          ],
    );
    clusters.addLayers(markers);
  }
  return drawn;
}
