import { mkdirSync, rmSync, watch } from 'node:fs';
import { join } from 'node:path';
import { ending, onStopSignal, startNode } from './children.mjs';
import { builtStamp, ensureInstalled, root } from './ensure.mjs';

// The compiler writes many files in a row; one restart answers them all.
const QUIET_MS = 300;

ensureInstalled();
mkdirSync(join(root, 'dist'), { recursive: true });
// From here on dist/ is the watcher's, and no longer what the stamp says.
rmSync(builtStamp, { force: true });

let stopping = false;
let program = null;
let restarting = null;
let timer;

function start() {
  program = startNode(['--enable-source-maps', 'dist/src/main.js']);
  program.ended = ending(program);
}

async function restart() {
  program?.kill('SIGTERM');
  await program?.ended;
  if (!stopping) start();
}

// The compiler's first round writes everything, and so starts the program.
const watcher = watch(join(root, 'dist'), { recursive: true }, (_event, file) => {
  if (!file?.endsWith('.js')) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    restarting = (restarting ?? Promise.resolve()).then(restart);
  }, QUIET_MS);
});

// tsc and not `nest build --watch`, which empties dist/ first, under the program.
const tsc = ['node_modules/typescript/bin/tsc', '--project', 'tsconfig.build.json'];
const compiler = startNode([...tsc, '--watch', '--preserveWatchOutput']);

onStopSignal((signal) => {
  if (stopping) return;
  stopping = true;
  clearTimeout(timer);
  watcher.close();
  // Ctrl-C has reached both already.
  if (signal !== 'SIGINT') program?.kill(signal);
  compiler.kill();
});
await ending(compiler);
await restarting;
process.exitCode = (await program?.ended) ?? 0;
