import { Navigation } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../api/catalog.ts';
import type { CaseView } from '../../case/use-case.ts';

/** Where it is, and how to get there. */
export function Place({ view: { place } }: { view: CaseView }) {
  const { t } = useTranslation('agency');
  const { ward } = useNames();
  const { lat, lon, address } = place;
  const words = [address, ward(place.ward)].filter(Boolean).join(', ');
  if (lat === null && !words) return null;
  return (
    <section className="panel">
      <h2>{t('case.place')}</h2>
      {words && <p>{words}</p>}
      {lat !== null && lon !== null && (
        <>
          <PlaceMap lat={lat} lon={lon} />
          <a className="go-there" href={`geo:${lat},${lon}?q=${lat},${lon}`}>
            <Navigation aria-hidden /> {t('case.directions')}
          </a>
        </>
      )}
    </section>
  );
}

function PlaceMap({ lat, lon }: { lat: number; lon: number }) {
  const { t } = useTranslation('agency');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let left = false;
    let remove = () => {
      left = true;
    };
    void import('../../../map/place-map.ts').then(async ({ placeMap }) => {
      if (left || !box.current) return;
      const shown = await placeMap(box.current, { lat, lon });
      if (left) shown();
      else remove = shown;
    });
    return () => remove();
  }, [lat, lon]);
  return <div ref={box} className="place-map" role="img" aria-label={t('case.map')} />;
}
