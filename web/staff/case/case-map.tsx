import './words.ts';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from './use-case.ts';
import './case.css';

/** Where it is, among the wards. Leaflet comes only to who opens a case with a place. */
export function CaseMap({ view, ward }: { view: CaseView; ward: string }) {
  const { t } = useTranslation('case');
  const at = useRef<HTMLDivElement>(null);
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
      close = () => map.remove();
      if (gone) return close();
      if (lat !== null && lon !== null) {
        const here = L.circleMarker([lat, lon], { radius: 9, className: 'case-here' }).addTo(map);
        map.setView([lat, lon], 15, { animate: false });
        // The wards come later, and would lie over it.
        await wards;
        if (!gone) here.bringToFront();
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
    </section>
  );
}
