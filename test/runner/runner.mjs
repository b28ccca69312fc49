import { createRunner } from 'jest-light-runner';
import { join } from 'node:path';
import { Tinypool } from 'tinypool';

const runtime = 'child_process';
const QUESTION = 'jest-light-runner-get-worker-data';
const ANSWER = 'jest-light-runner-worker-data';
const filename = join(
  import.meta.dirname,
  '../../node_modules/jest-light-runner/src/worker-runner.js',
);

/**
 * Answers each process that asks for its settings. The runner by itself answers the first one to all and nobody
 * again: a process that was still starting missed it, and waited for ever.
 */
class Runner extends createRunner({ runtime }) {
  _runTest(test) {
    const { config } = test.context;
    if (this._runtime === runtime && !this._testRunners.has(config))
      this._testRunners.set(config, this.poolFor(config));
    return super._runTest(test);
  }

  poolFor(projectConfig) {
    const globalConfig = this._globalConfig;
    const { maxWorkers } = globalConfig;
    const workerData = { globalConfig, projectConfig, runtime };
    const pool = new Tinypool({
      filename,
      runtime,
      minThreads: maxWorkers,
      maxThreads: maxWorkers,
      env: process.env,
      trackUnmanagedFds: false,
      workerData,
    });
    return { pool, run: ({ path }) => pool.run(path, { channel: channelFor(workerData) }) };
  }
}

/** Between the runner and the one process that a spec was given to. */
function channelFor(workerData) {
  let tell;
  return {
    onMessage: (listener) => (tell = listener),
    postMessage: (message) => {
      if (message === QUESTION) tell({ type: ANSWER, workerData });
    },
  };
}

export default Runner;
