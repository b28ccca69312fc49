import { useEffect, useRef, useState } from 'preact/hooks';
import { onTheirWay, type Leaving } from './kept.ts';
import { flush, openReceipt, sendLater, type Solve } from './outbox.ts';

/** Works in a worker, made for one piece of work. */
const inWorker: Solve = (challenge) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./proof-worker.ts', import.meta.url));
    worker.addEventListener('message', ({ data }: MessageEvent<{ payload?: string }>) => {
      worker.terminate();
      if (data.payload === undefined) reject(new Error('not solved'));
      else resolve(data.payload);
    });
    worker.addEventListener('error', () => reject(new Error('no worker')));
    worker.postMessage(challenge, {});
  });

/** What is on its way from this device, kept up with what the service worker sends. */
export function useOutbox() {
  const [entries, setEntries] = useState<Leaving[]>([]);
  const awaited = useRef('');

  const look = async () => {
    const all = await onTheirWay();
    const arrived = all.find(({ key, state }) => key === awaited.current && state === 'sent');
    if (arrived) return openReceipt(arrived);
    setEntries(all);
  };
  const send = async () => {
    if ((await flush(inWorker)) > 0) await sendLater();
    await look();
  };

  useEffect(() => {
    const { serviceWorker } = navigator;
    const told = () => void look();
    const online = () => void send();
    serviceWorker?.addEventListener('message', told);
    addEventListener('online', online);
    void send();
    return () => {
      serviceWorker?.removeEventListener('message', told);
      removeEventListener('online', online);
    };
  }, []);

  /** Sends, and opens the receipt of this one as soon as it has arrived. */
  const sendNow = (key: string) => {
    awaited.current = key;
    return send();
  };
  return { entries, look, send, sendNow };
}
