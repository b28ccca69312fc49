import { Button } from '@mantine/core';
import L from 'leaflet';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cityMap } from '../../map/city-map.ts';
import type { Call } from './calls.ts';

interface Props {
  point: Call['point'];
  set: (point: Call['point']) => void;
}

/** A point by a click; whoever has no pointer says the address or the ward. */
export default function PlaceMap({ point, set }: Props) {
  const { t } = useTranslation('hotline');
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<L.Map>(null);
  const mark = useRef<L.CircleMarker>(null);
  const chosen = useRef({ point, set });
  chosen.current = { point, set };

  const draw = () => {
    mark.current?.remove();
    const { point: at } = chosen.current;
    if (at && map.current)
      mark.current = L.circleMarker([at.lat, at.lon], { radius: 9, className: 'call-point' }).addTo(
        map.current,
      );
  };
  useEffect(() => {
    let gone = false;
    if (box.current)
      void cityMap(box.current).then((made) => {
        if (gone) return made.map.remove();
        map.current = made.map;
        made.map.on('click', ({ latlng: { lat, lng } }) =>
          chosen.current.set({ lat: Number(lat.toFixed(6)), lon: Number(lng.toFixed(6)) }),
        );
        draw();
      });
    return () => {
      gone = true;
      map.current?.remove();
      map.current = null;
    };
  }, []);
  useEffect(draw, [point]);

  return (
    <div>
      <div ref={box} className="call-map" role="application" aria-label={t('map')} />
      {point && (
        <Button variant="subtle" size="compact-md" onClick={() => set(null)}>
          {t('pointDrop')}
        </Button>
      )}
    </div>
  );
}
