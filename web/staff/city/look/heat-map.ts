import L from 'leaflet';
import { cityMap, type Ward } from '../../../map/city-map.ts';
import { STEPS } from './heat-steps.ts';

type WardShape = L.Polygon & { feature: GeoJSON.Feature<GeoJSON.Geometry, Ward> };

export interface Spot {
  lat: number;
  lon: number;
  words: string;
}

export interface HeatMap {
  color(stepOf: (ward: string) => number, words: (ward: Ward) => string): void;
  mark(spots: readonly Spot[]): void;
  end(): void;
}

/** The wards in steps, with a pattern each beside the colour; a press on a ward opens its cases. */
export async function heatMap(
  element: HTMLElement,
  opens: (ward: string) => void,
): Promise<HeatMap> {
  const { map, wards } = await cityMap(element);
  const layer = await wards;
  const each = (visit: (shape: WardShape) => void) =>
    layer.eachLayer((one) => visit(one as WardShape));
  const marks = L.layerGroup().addTo(map);
  addPatterns(element);
  each((shape) => shape.on('click', () => opens(shape.feature.properties.code)));
  return {
    color: (stepOf, words) =>
      each((shape) => {
        const { properties } = shape.feature;
        const step = stepOf(properties.code);
        const path = shape.getElement() as SVGPathElement | undefined;
        if (!path) return;
        path.classList.add('heat');
        path.style.fill = `url(#heat-${step})`;
        path.dataset['step'] = String(step);
        shape.unbindTooltip().bindTooltip(words(properties), { sticky: true });
      }),
    mark: (spots) => {
      marks.clearLayers();
      for (const { lat, lon, words } of spots)
        L.circleMarker([lat, lon], { radius: 7, className: 'hot-spot', weight: 2 })
          .bindTooltip(words)
          .addTo(marks);
    },
    end: () => map.remove(),
  };
}

const SVG = 'http://www.w3.org/2000/svg';

/** More lines, and thicker, the higher the step: also in print without colour. */
function addPatterns(element: HTMLElement): void {
  const svg = element.querySelector('.leaflet-overlay-pane svg');
  if (!svg) return;
  const defs = document.createElementNS(SVG, 'defs');
  for (let step = 0; step <= STEPS; step += 1) {
    const pattern = make('pattern', {
      id: `heat-${step}`,
      patternUnits: 'userSpaceOnUse',
      width: '8',
      height: '8',
      patternTransform: 'rotate(45)',
    });
    const ground = make('rect', { width: '8', height: '8', class: `heat-ground-${step}` });
    pattern.append(ground);
    if (step > 1)
      pattern.append(make('rect', { width: String(step - 1), height: '8', class: 'heat-lines' }));
    defs.append(pattern);
  }
  svg.prepend(defs);
}

function make(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
