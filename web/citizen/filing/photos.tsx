/** @jsxImportSource preact */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Point } from './draft.ts';
import type { Photo } from './kept.ts';
import type { Sheet } from './parts.tsx';
import { placeIn } from './photo-place.ts';
import { shrunk } from './shrink.ts';

const MOST = 5;

interface PhotosProps {
  sheet: Sheet;
  photos: readonly Photo[];
  setPhotos: (change: (photos: readonly Photo[]) => readonly Photo[]) => void;
  hasPoint: boolean;
  takePoint: (point: Point) => void;
}

/** Photos are made smaller here, before anything leaves the device; the place in one is offered, not taken. */
export function Photos({ sheet, photos, setPhotos, hasPoint, takePoint }: PhotosProps) {
  const { say } = sheet;
  const [told, setTold] = useState('');
  const [offer, setOffer] = useState<Point | null>(null);
  const [over, setOver] = useState(false);

  const add = async (files: readonly File[]) => {
    const room = MOST - photos.length;
    setTold(files.length > room ? say('tooMany') : say('shrinking'));
    for (const file of files.slice(0, room)) {
      try {
        const point = await placeIn(file);
        const photo = file.type.startsWith('image/');
        const blob = photo ? await shrunk(file) : file;
        const name = photo ? `${file.name.replace(/\.\w+$/, '')}.jpg` : file.name;
        setPhotos((before) => [...before, { id: crypto.randomUUID(), name, blob }]);
        if (point) setOffer(point);
        setTold(files.length > room ? say('tooMany') : '');
      } catch {
        setTold(`${file.name}: ${say('badPhoto')}`);
      }
    }
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void add([...(event.dataTransfer?.files ?? [])]);
  };
  return (
    <section
      class={over ? 'part photos over' : 'part photos'}
      aria-labelledby="photos"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <h2 id="photos">
        {say('photos')} <small>({say('optional')})</small>
      </h2>
      <label class="button quiet take" for="files">
        <span aria-hidden="true">▣</span> {say('takePhoto')}
      </label>
      <input
        id="files"
        class="unseen"
        type="file"
        multiple
        accept="image/*,application/pdf"
        aria-describedby="files-hint"
        onChange={({ currentTarget }) => {
          void add([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <span class="hint drop">{say('dropHere')}</span>
      <p role="status" class="said">
        {told}
      </p>
      {offer && !hasPoint && (
        <div class="offer" role="group" aria-labelledby="offer">
          <p id="offer">{say('photoPlace')}</p>
          <button
            type="button"
            onClick={() => {
              takePoint(offer);
              setOffer(null);
            }}
          >
            {say('photoPlaceUse')}
          </button>
          <button type="button" class="quiet" onClick={() => setOffer(null)}>
            {say('photoPlaceLeave')}
          </button>
        </div>
      )}
      {photos.length > 0 && (
        <ul class="shots">
          {photos.map((photo) => (
            <Shot
              key={photo.id}
              photo={photo}
              label={`${say('removePhoto')} ${photo.name}`}
              remove={() => setPhotos((before) => before.filter(({ id }) => id !== photo.id))}
            />
          ))}
        </ul>
      )}
      <p class="hint" id="files-hint">
        {say('photoPrivacy')}
      </p>
    </section>
  );
}

function Shot({ photo, label, remove }: { photo: Photo; label: string; remove: () => void }) {
  const { blob, name } = photo;
  const url = useMemo(() => URL.createObjectURL(blob), [blob]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return (
    <li>
      {blob.type.startsWith('image/') ? <img src={url} alt={name} /> : <span>{name}</span>}
      <small>{Math.ceil(blob.size / 1000)} kB</small>
      <button type="button" class="quiet" aria-label={label} onClick={remove}>
        ×
      </button>
    </li>
  );
}
