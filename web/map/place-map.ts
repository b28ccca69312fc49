import L from 'leaflet';
import { cityMap } from './city-map.ts';

interface Shown {
  lat: number;
  lon: number;
}

// Where the city has no tiles, a place says something by the wards around it.
const AMONG_HOUSES = 16;
const AMONG_WARDS = 13;

/** One place on the city's map, for looking at. @returns how to take the map away */
export async function placeMap(element: HTMLElement, { lat, lon }: Shown): Promise<() => void> {
  const { map, wards } = await cityMap(element);
  let tiled = false;
  map.eachLayer((layer) => {
    tiled ||= layer instanceof L.TileLayer;
  });
  map.setView([lat, lon], tiled ? AMONG_HOUSES : AMONG_WARDS, { animate: false });
  // Beside the link that leads there it is a picture: a thumb that scrolls the page must not move it.
  for (const handler of [map.dragging, map.touchZoom, map.scrollWheelZoom, map.keyboard])
    handler.disable();
  map.zoomControl.remove();
  const look = { className: 'place-mark', radius: 9, interactive: false };
  const mark = L.circleMarker([lat, lon], look).addTo(map);
  // The outlines come later and are filled.
  void wards.then(() => mark.bringToFront());
  return () => void map.remove();
}
