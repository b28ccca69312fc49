import { solved } from './proof.ts';

/** Works beside the page, so that whoever still reads can scroll. */
self.addEventListener('message', ({ data }: MessageEvent<Parameters<typeof solved>[0]>) => {
  void solved(data).then(
    (payload) => self.postMessage({ payload }, {}),
    () => self.postMessage({}, {}),
  );
});
