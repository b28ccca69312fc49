import { parentPort, workerData } from 'node:worker_threads';
import { complaint } from './complaint.js';

/** Files without pause over some connections, in a thread of its own, and counts by the quarter of a second. */
const { url, clients } = workerData as { url: string; clients: number };
const port = parentPort!;
let going = true;
let filed = 0;
let slowest = 0;

port.on('message', () => (going = false));

async function client(number: number): Promise<void> {
  for (let turn = 0; going; turn += 1) {
    const began = performance.now();
    const answer = await fetch(`${url}/api/complaints`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: complaint(number * 1_000_000 + turn),
    });
    await answer.arrayBuffer();
    if (answer.status !== 201) throw new Error(`a filing was answered with ${answer.status}`);
    filed += 1;
    slowest = Math.max(slowest, performance.now() - began);
  }
}

const telling = setInterval(() => {
  port.postMessage({ filed, slowest });
  slowest = 0;
}, 250);
await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
clearInterval(telling);
