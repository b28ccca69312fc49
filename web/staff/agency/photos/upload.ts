import { actingHeaders } from '../../api/acting.ts';
import { networkProblem, Problem, type ProblemDocument } from '../../api/problem.ts';
import type { CaseItem } from '../../case/use-case.ts';
import type { DraftPhoto } from '../../common/drafts.ts';

export interface Upload {
  id: string;
  version: number;
  photos: readonly DraftPhoto[];
  /** From 0 to 1. */
  progress: (share: number) => void;
}

function answerOf(request: XMLHttpRequest): CaseItem {
  const isJson = request.getResponseHeader('content-type')?.includes('json');
  const said: unknown = isJson ? JSON.parse(request.responseText) : null;
  if (request.status === 200) return said as CaseItem;
  throw new Problem(
    (said as ProblemDocument | null) ?? { ...networkProblem, status: request.status },
  );
}

/** Adds photos to a case. By an older way than fetch, which says nothing of how far it has come. @throws Problem */
export function upload({ id, version, photos, progress }: Upload): Promise<CaseItem> {
  const form = new FormData();
  for (const { name, blob } of photos) form.append('files', blob, name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const cut = () => reject(new Problem(networkProblem));
    request.open('POST', `/api/cases/${id}/attachments`);
    request.setRequestHeader('if-match', `"${version}"`);
    for (const [name, value] of Object.entries(actingHeaders()))
      request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(loaded / total));
    request.addEventListener('error', cut);
    request.addEventListener('timeout', cut);
    request.addEventListener('load', () => {
      try {
        resolve(answerOf(request));
      } catch (error) {
        reject(error as Error);
      }
    });
    request.send(form);
  });
}
