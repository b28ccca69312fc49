import { ending, onStopSignal, startNode } from './children.mjs';
import { ensureBuilt, ensureInstalled } from './ensure.mjs';

ensureInstalled();
// Stories start the built program.
ensureBuilt();
const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js'];
const child = startNode([...jest, ...process.argv.slice(2)], { NODE_NO_WARNINGS: '1' });
// The terminal has sent its Ctrl-C to the child already; a second one would cut its cleaning up short.
onStopSignal((signal) => signal !== 'SIGINT' && child.kill(signal));
process.exitCode = await ending(child);
