import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ending, onStopSignal, startNode } from './children.mjs';
import { ensureBuilt, ensureInstalled, root } from './ensure.mjs';

const LIMIT_MINUTES = 50;

ensureInstalled();
// Stories start the built program.
ensureBuilt();
const sources = pathToFileURL(join(root, 'test', 'runner', 'register.mjs'));
const NODE_OPTIONS = `${process.env['NODE_OPTIONS'] ?? ''} --import ${sources}`;
const jest = ['node_modules/jest/bin/jest.js', ...process.argv.slice(2)];
const child = startNode(jest, { NODE_NO_WARNINGS: '1', NODE_OPTIONS });
// The terminal has sent its Ctrl-C to the child already; a second one would cut its cleaning up short.
onStopSignal((signal) => signal !== 'SIGINT' && child.kill(signal));
const limit = setTimeout(() => {
  process.stderr.write(`không xong sau / not done after ${LIMIT_MINUTES} min\n`);
  child.kill('SIGKILL');
}, LIMIT_MINUTES * 60_000);
process.exitCode = await ending(child);
clearTimeout(limit);
