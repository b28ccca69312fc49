import { useCallback, useEffect, useRef, useState } from 'react';
import { api, brought } from '../../api/client.ts';
import { problemOf, type ProblemDocument } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { command, type CaseView } from '../../case/use-case.ts';
import { caseKey } from '../../live/live.ts';
import type { Draft } from '../../common/drafts.ts';
import { upload } from '../photos/upload.ts';
import type { ActionName } from './actions.ts';
import { hasHappened, onlyOwnPhotos } from './has-happened.ts';
import type { DraftHold } from './use-draft.ts';

export type Sending =
  | { is: 'ready' }
  | { is: 'uploading'; share: number }
  | { is: 'sending' }
  /** The line is cut: it goes by itself when that is over. */
  | { is: 'cut' }
  | { is: 'conflict'; present: CaseView }
  | { is: 'refused'; said: ProblemDocument };

interface Send {
  id: string;
  action: ActionName;
  by: string;
  hold: DraftHold;
  body: (draft: Draft, evidence: string[]) => object;
  done: (answer: unknown) => void;
}

const A_REQUEST = 5;

const readCase = (id: string) => brought(api.GET('/api/cases/{id}', { params: { path: { id } } }));

/** Photos that have come to the case know their place in it, also where the answer to them was lost. */
function found(draft: Draft, view: CaseView): Draft {
  const ids = new Map(view.attachments.map(({ name, id }) => [name, id]));
  const photos = draft.photos.map((photo) => {
    const attachment = ids.get(photo.name) ?? photo.attachment;
    return attachment === undefined ? photo : { ...photo, attachment };
  });
  return { ...draft, photos };
}

/** Sends what was drafted, photos first, once: what has arrived already is not sent again. */
export function useSend({ id, action, by, hold, body, done }: Send) {
  const [sending, setSending] = useState<Sending>({ is: 'ready' });
  const { change, now, drop } = hold;

  const bringPhotos = useCallback(async () => {
    const missing = () => (now()?.photos ?? []).filter((photo) => !photo.attachment);
    const look = async () => {
      const view = await readCase(id);
      change((draft) => {
        const base = onlyOwnPhotos(view, draft.base, draft, by) ? view.version : draft.base;
        return { ...found(draft, view), base };
      });
    };
    if (missing().length > 0) await look();
    for (let photos = missing(); photos.length > 0; photos = missing()) {
      setSending({ is: 'uploading', share: 0 });
      const progress = (share: number) => setSending({ is: 'uploading', share });
      const version = now()?.base ?? 0;
      await upload({ id, version, photos: photos.slice(0, A_REQUEST), progress });
      await look();
    }
  }, [id, by, change, now]);

  const finish = useCallback(
    async (answer: unknown) => {
      await drop();
      void queries.invalidateQueries({ queryKey: ['cases'] });
      await queries.invalidateQueries({ queryKey: caseKey(id) });
      done(answer);
    },
    [id, drop, done],
  );

  const send = useCallback(async () => {
    setSending({ is: 'sending' });
    try {
      await bringPhotos();
      const draft = now();
      if (!draft) return;
      setSending({ is: 'sending' });
      const evidence = draft.photos.flatMap(({ attachment }) => attachment ?? []);
      const given = { id, version: draft.base, name: action, body: body(draft, evidence) };
      await finish(await command(given));
    } catch (error) {
      const { code, said } = problemOf(error);
      const draft = now();
      if (said.status === 0) return setSending({ is: 'cut' });
      if (code !== 'case.stale' || !draft) return setSending({ is: 'refused', said });
      const present = said.present as CaseView;
      if (hasHappened(present, draft.base, { action, draft, by })) return finish(null);
      queries.setQueryData(caseKey(id), present);
      setSending({ is: 'conflict', present });
    }
  }, [id, action, by, body, now, bringPhotos, finish]);

  /** In view of what has happened meanwhile. */
  const sendAgain = useCallback(
    (present: CaseView) => {
      change((draft) => ({ ...draft, base: present.version }));
      return send();
    },
    [change, send],
  );

  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    if (sending.is !== 'cut') return;
    const again = () => void latest.current();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [sending.is]);

  return { sending, send, sendAgain };
}
