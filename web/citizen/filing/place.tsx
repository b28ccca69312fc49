/** @jsxImportSource preact */
import { useRef, useState } from 'preact/hooks';
import type { Draft, Point } from './draft.ts';
import type { Category } from './facts.ts';
import type { openPicker } from './map-picker.ts';
import { Input, Select, type Sheet } from './parts.tsx';

interface PlaceProps {
  sheet: Sheet;
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
  category: Category | undefined;
}

type Picker = Awaited<ReturnType<typeof openPicker>>;

const precise = { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 };

/** Where it is: by the device, on the map, in words. */
export function Place({ sheet, draft, change, category }: PlaceProps) {
  const { say, facts } = sheet;
  const [told, setTold] = useState('');
  if (category?.place === 'none') return null;
  const take = (point: Point, words = '') => {
    change({ point, pointFromPhoto: false });
    setTold(words);
  };
  const locate = () => {
    setTold(say('finding'));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => take({ lat: coords.latitude, lon: coords.longitude }),
      () => setTold(say('hereFailed')),
      precise,
    );
  };
  return (
    <fieldset class="part">
      <legend class="unseen">{say('place')}</legend>
      <h2 aria-hidden="true">{say('place')}</h2>
      <div class="ways">
        <button type="button" class="quiet" onClick={locate}>
          <span aria-hidden="true">◎</span> {say('here')}
        </button>
        <MapButton sheet={sheet} point={draft.point} take={take} />
      </div>
      <p role="status" class="said">
        {told}
      </p>
      {draft.point && (
        <p class="set">
          <span>
            <b>✓ {say('pointSet')}</b>{' '}
            {draft.pointFromPhoto && <small>({say('pointFromPhoto')})</small>}
            <small>
              {draft.point.lat.toFixed(5)}, {draft.point.lon.toFixed(5)}
            </small>
          </span>
          <button
            type="button"
            class="link"
            onClick={() => change({ point: null, pointFromPhoto: false })}
          >
            {say('pointClear')}
          </button>
        </p>
      )}
      <Input
        sheet={sheet}
        id="address"
        label={say('address')}
        optional={category?.place !== 'required' || draft.point !== null}
        autoComplete="street-address"
        maxLength={300}
        value={draft.address}
        onType={(address) => change({ address })}
      />
      {!draft.point && (
        <Select
          sheet={sheet}
          id="ward"
          label={say('ward')}
          optional
          none={say('wardNone')}
          options={facts.wards}
          value={draft.ward}
          onType={(ward) => change({ ward })}
        />
      )}
    </fieldset>
  );
}

interface MapProps {
  sheet: Sheet;
  point: Point | null;
  take: (point: Point) => void;
}

/** The map is loaded only for whoever opens it. */
function MapButton({ sheet: { say }, point, take }: MapProps) {
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const picker = useRef<Picker | null>(null);
  const show = async () => {
    setOpen(true);
    setFailed(false);
    try {
      const { openPicker } = await import('./map-picker.ts');
      if (box.current && !picker.current) picker.current = await openPicker(box.current, point);
    } catch {
      setFailed(true);
    }
  };
  const close = () => {
    picker.current?.close();
    picker.current = null;
    setOpen(false);
  };
  const use = () => {
    if (picker.current) take(picker.current.middle());
    close();
  };
  return (
    <>
      <button
        type="button"
        class="quiet"
        aria-expanded={open}
        onClick={() => (open ? close() : void show())}
      >
        <span aria-hidden="true">⌖</span> {say(open ? 'mapClose' : 'map')}
      </button>
      {open && (
        <div class="picker">
          <p class="hint">{say('mapHint')}</p>
          {failed && <p class="wrong">{say('mapFailed')}</p>}
          <div class="map-frame">
            <div ref={box} class="map" />
            <span class="pin" aria-hidden="true" />
          </div>
          <button type="button" onClick={use}>
            {say('mapUse')}
          </button>
        </div>
      )}
    </>
  );
}
