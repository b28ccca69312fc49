// The runner waits for its processes without a limit; these are the limits.
import { Worker } from 'node:worker_threads';

const BEAT_MS = 1000;
const SILENCE_MS = 240_000;
const AFTER_THE_LAST_MS = 5000;

const watcher = `
  const { workerData } = require('node:worker_threads');
  const beats = new Int32Array(workerData.memory);
  let seen = -1;
  let since = Date.now();
  setInterval(() => {
    const beat = Atomics.load(beats, 0);
    if (beat !== seen) [seen, since] = [beat, Date.now()];
    if (Date.now() - since < workerData.silence) return;
    process.stderr.write('a spec kept its process busy without a pause for ' + workerData.silence + ' ms\\n');
    process.kill(workerData.pid, 'SIGKILL');
  }, 5000);
`;

/** Ends this process when it no longer answers, and soon after the runner has let go of it. */
export function watch() {
  const memory = new SharedArrayBuffer(4);
  const beats = new Int32Array(memory);
  setInterval(() => Atomics.add(beats, 0, 1), BEAT_MS).unref();
  const workerData = { memory, silence: SILENCE_MS, pid: process.pid };
  new Worker(watcher, { eval: true, workerData, execArgv: [] }).unref();
  // What a spec has left open would keep the process for ever.
  process.once('disconnect', () => setTimeout(() => process.exit(), AFTER_THE_LAST_MS).unref());
}
