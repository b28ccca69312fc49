import './words.ts';
import type Leaflet from 'leaflet';
import type { Map as LeafletMap } from 'leaflet';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from './use-case.ts';
import './case.css';

export interface OtherPlace {
  id: string;
  lat: number | null;
  lon: number | null;
  verdict: string;
  excerpt: string;
}

interface Props {
  view: CaseView;
  ward: string;
  /** What is likely the same, which a list beside the map tells too. */
  others?: readonly OtherPlace[] | undefined;
}

/** Where it is, among the wards. Leaflet comes only to who opens a case with a place. */
export function CaseMap({ view, ward, others }: Props) {
  const { t } = useTranslation('case');
  const at = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<{ map: LeafletMap; L: typeof Leaflet } | null>(null);
  const { lat, lon, ward: code } = view.place;
  const somewhere = (lat !== null && lon !== null) || code !== null;
  useEffect(() => {
    const element = at.current;
    if (!element || !somewhere) return;
    let gone = false;
    let close = () => {};
    void (async () => {
      const [{ cityMap }, { default: L }] = await Promise.all([
        import('../../map/city-map.ts'),
        import('leaflet'),
      ]);
      if (gone) return;
      const { map, wards } = await cityMap(element);
      close = () => {
        setDrawn(null);
        map.remove();
      };
      if (gone) return close();
      setDrawn({ map, L });
      if (lat !== null && lon !== null) {
        L.circleMarker([lat, lon], { radius: 7, pane: 'markerPane', className: 'case-here' }).addTo(
          map,
        );
        map.setView([lat, lon], 15, { animate: false });
        return;
      }
      const outlines = await wards;
      if (gone) return;
      outlines.eachLayer((one) => {
        const polygon = one as L.Polygon & { feature: GeoJSON.Feature<unknown & GeoJSON.Geometry> };
        if (polygon.feature.properties?.['code'] !== code) return;
        polygon.getElement()?.classList.add('case-ward');
        map.fitBounds(polygon.getBounds(), { animate: false });
      });
    })();
    return () => {
      gone = true;
      close();
    };
  }, [lat, lon, code, somewhere]);
  useEffect(() => {
    if (!drawn || !others) return;
    const points = others.flatMap(({ lat: y, lon: x, verdict, excerpt }) => {
      if (y === null || x === null) return [];
      // Above the wards, which may come later, and beneath the place itself.
      const look = { radius: 12, pane: 'shadowPane', className: `case-near ${verdict}` };
      return [drawn.L.circleMarker([y, x], look).bindTooltip(short(excerpt)).addTo(drawn.map)];
    });
    return () => points.forEach((point) => point.remove());
  }, [drawn, others]);
  const near = others?.filter((other) => other.lat !== null).length ?? 0;
  return (
    <section aria-labelledby="case-map">
      <h2 id="case-map">{t('map.title')}</h2>
      {somewhere ? (
        <div
          ref={at}
          className="case-map"
          role="region"
          aria-label={[t('map.here'), view.place.address, ward].filter(Boolean).join(', ')}
        />
      ) : (
        <p className="muted">{t('map.nowhere')}</p>
      )}
      {somewhere && near > 0 && <p className="map-key muted">{t('map.near', { count: near })}</p>}
    </section>
  );
}

const SHORT = 80;

/** As text and never as HTML: it is what somebody wrote. */
function short(text: string): HTMLElement {
  const said = document.createElement('span');
  said.textContent = text.length > SHORT ? `${text.slice(0, SHORT)}…` : text;
  return said;
}
