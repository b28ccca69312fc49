import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../../platform/config/project-root.js';
import type { FileFault } from './file-faults.js';

const PARSE_MS = 5000;

// Always the built one: a test that runs from source could not start a worker from TypeScript.
const worker = join(projectRoot(), 'dist/src/intake/files/pdf-worker.js');

/** Reads a PDF in a thread of its own. @returns what is wrong with it, or null */
export async function checkPdf(path: string): Promise<FileFault | null> {
  const thread = new Worker(worker, {
    workerData: path,
    resourceLimits: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 },
    // The parser writes of what it finds odd; nobody asked.
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<FileFault | null>((resolve, reject) => {
      thread.on('message', (said: FileFault | 'ready' | null) => {
        if (said !== 'ready') resolve(said);
        // Loading the parser is not the file's fault.
        else timer = setTimeout(() => resolve('unreadable'), PARSE_MS);
      });
      thread.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve('unreadable');
        else reject(error);
      });
      thread.on('exit', () => resolve('unreadable'));
    });
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}
