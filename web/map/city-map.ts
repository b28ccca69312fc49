import 'leaflet/dist/leaflet.css';
import './city-map.css';
import L from 'leaflet';

interface Facts {
  bounds: { south: number; west: number; north: number; east: number };
  tiles: string | null;
  attribution: string | null;
}

export interface Ward {
  code: string;
  name: string;
  full_name: string;
}

export interface CityMap {
  map: L.Map;
  /** The wards' outlines, once they are here. */
  wards: Promise<L.GeoJSON<Ward>>;
}

const read = async <T>(path: string) => (await fetch(path)).json() as Promise<T>;

/** A map of the city: its wards' own outlines, over tiles where the city has them. */
export async function cityMap(element: HTMLElement): Promise<CityMap> {
  const { bounds, tiles, attribution } = await read<Facts>('/map/facts.json');
  const map = L.map(element, {
    maxBounds: L.latLngBounds([bounds.south, bounds.west], [bounds.north, bounds.east]).pad(0.2),
    minZoom: 9,
    maxZoom: 19,
    zoomSnap: 0.5,
    attributionControl: attribution !== null,
  });
  map.fitBounds([
    [bounds.south, bounds.west],
    [bounds.north, bounds.east],
  ]);
  map.attributionControl?.setPrefix(false);
  if (tiles !== null)
    L.tileLayer(tiles, { maxZoom: 19, ...(attribution && { attribution }) }).addTo(map);
  return { map, wards: drawWards(map, tiles !== null) };
}

async function drawWards(map: L.Map, overTiles: boolean): Promise<L.GeoJSON<Ward>> {
  const outlines = await read<GeoJSON.FeatureCollection<GeoJSON.Geometry, Ward>>('/map/wards.json');
  const className = overTiles ? 'ward over-tiles' : 'ward';
  const layer = L.geoJSON<Ward>(outlines, { style: { className, weight: 1 } }).addTo(map);
  if (!overTiles) nameWards(map, layer);
  return layer;
}

/** Names appear from the zoom at which they find room. */
function nameWards(map: L.Map, layer: L.GeoJSON<Ward>): void {
  layer.eachLayer((one) => {
    const polygon = one as L.Polygon & { feature: GeoJSON.Feature<GeoJSON.Geometry, Ward> };
    polygon.bindTooltip(polygon.feature.properties.name, {
      permanent: true,
      direction: 'center',
      className: 'ward-name',
    });
  });
  const show = () => map.getContainer().classList.toggle('named', map.getZoom() >= 12.5);
  map.on('zoomend', show);
  show();
}
