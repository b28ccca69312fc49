import { parentPort, workerData } from 'node:worker_threads';
import { complaint } from './complaint.js';

/** Files without pause over some connections until the thread is ended, and tells how many it has filed. */
const { url, clients } = workerData as { url: string; clients: number };
const port = parentPort!;
let filed = 0;
let slowest = 0;

async function client(number: number): Promise<void> {
  for (let turn = 0; ; turn += 1) {
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

setInterval(() => {
  port.postMessage({ filed, slowest });
  slowest = 0;
}, 250);
await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
