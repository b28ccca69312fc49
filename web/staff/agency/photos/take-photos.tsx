import { Button } from '@mantine/core';
import { Camera, ImagePlus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftPhoto } from '../../common/drafts.ts';
import type { Change } from '../act/use-draft.ts';
import { photoName, shrink } from './shrink.ts';
import './photos.css';

export const MOST_PHOTOS = 10;

/** Photos from the camera or the device, shrunk before they go anywhere. */
export function TakePhotos({ photos, change }: { photos: DraftPhoto[]; change: Change }) {
  const { t } = useTranslation('agency');
  const [busy, setBusy] = useState(false);
  const add = async (files: FileList | null) => {
    setBusy(true);
    for (const file of files ?? []) {
      const blob = await shrink(file);
      const photo = { name: photoName(blob.type), blob };
      change((draft) => ({ ...draft, photos: [...draft.photos, photo].slice(0, MOST_PHOTOS) }));
    }
    setBusy(false);
  };
  const remove = (name: string) =>
    change((draft) => ({ ...draft, photos: draft.photos.filter((one) => one.name !== name) }));
  return (
    <fieldset className="take-photos">
      <legend>{t('photos.title')}</legend>
      <p className="muted">{t('photos.hint')}</p>
      <ul>
        {photos.map(({ name, blob }, at) => (
          <li key={name}>
            <Preview blob={blob} label={t('photos.taken', { n: at + 1 })} />
            <Button
              variant="default"
              aria-label={t('photos.remove', { n: at + 1 })}
              onClick={() => remove(name)}
            >
              <X aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <div className="photo-buttons">
        <Choose camera busy={busy} full={photos.length >= MOST_PHOTOS} take={add} />
        <Choose busy={busy} full={photos.length >= MOST_PHOTOS} take={add} />
      </div>
    </fieldset>
  );
}

interface ChooseProps {
  camera?: boolean;
  busy: boolean;
  full: boolean;
  take: (files: FileList | null) => Promise<void>;
}

function Choose({ camera = false, busy, full, take }: ChooseProps) {
  const { t } = useTranslation('agency');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        className="only-read"
        tabIndex={-1}
        aria-hidden
        data-photos={camera ? 'camera' : 'device'}
        accept={camera ? 'image/*' : 'image/*,application/pdf'}
        capture={camera ? 'environment' : undefined}
        multiple={!camera}
        onChange={({ currentTarget }) =>
          void take(currentTarget.files).then(() => {
            currentTarget.value = '';
          })
        }
      />
      <Button
        variant={camera ? 'light' : 'default'}
        leftSection={camera ? <Camera aria-hidden /> : <ImagePlus aria-hidden />}
        loading={busy}
        disabled={full}
        onClick={() => input.current?.click()}
      >
        {t(camera ? 'photos.camera' : 'photos.device')}
      </Button>
    </>
  );
}

function Preview({ blob, label }: { blob: Blob; label: string }) {
  const [address, setAddress] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  if (blob.type === 'application/pdf') return <span>{label} (PDF)</span>;
  return address ? <img src={address} alt={label} /> : null;
}
