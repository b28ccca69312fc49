import { Button, Select, TextInput } from '@mantine/core';
import { MapPin } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames, useWards } from '../api/catalog.ts';
import { Waiting } from '../common/waiting.tsx';
import { inWords } from '../words.ts';
import type { Call, Edit } from './calls.ts';
import { filter } from './category-field.tsx';

const PlaceMap = lazy(() => import('./place-map.tsx'));

/** Hints stand beneath, so that fields beside each other stay on one line. */
const order: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
];

interface Props {
  call: Call;
  edit: Edit;
  /** The ward that the point or the address says. */
  found: string | null;
  required: boolean;
  fault: (field: string) => string | undefined;
}

/** Where: an address as it is said, a ward, or a point on the map. */
export function PlaceFields({ call, edit, found, required, fault }: Props) {
  const { t } = useTranslation('hotline');
  const { data: wards = [] } = useWards();
  const { ward } = useNames();
  const [shown, setShown] = useState(false);
  const told = call.point ? t('pointSet') : undefined;
  return (
    <fieldset className="place">
      <legend className="only-read">{t('place')}</legend>
      <TextInput
        id="call-address"
        label={t('address')}
        inputWrapperOrder={order}
        withAsterisk={required}
        description={told}
        autoComplete="off"
        maxLength={300}
        value={call.address}
        error={fault('place') ?? fault('place.address') ?? fault('place.point')}
        onChange={({ currentTarget: { value } }) => edit({ address: value })}
      />
      <Select
        id="call-ward"
        label={t('ward')}
        inputWrapperOrder={order}
        placeholder={found ? ward(found) : t('wardNone')}
        description={
          call.ward === null && found ? t('wardFound', { ward: ward(found) }) : undefined
        }
        data={wards.map(({ code, name }) => ({ value: code, label: inWords(name) }))}
        value={call.ward}
        onChange={(chosen) => edit({ ward: chosen })}
        searchable
        clearable
        selectFirstOptionOnChange
        filter={filter}
        limit={40}
        nothingFoundMessage={t('nothing')}
        error={fault('place.ward')}
      />
      <div className="wide">
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<MapPin size={18} aria-hidden />}
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          {shown ? t('mapHide') : t('mapShow')}
        </Button>
        {shown && (
          <Suspense fallback={<Waiting />}>
            <PlaceMap point={call.point} set={(point) => edit({ point })} />
          </Suspense>
        )}
      </div>
    </fieldset>
  );
}
