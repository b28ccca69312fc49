import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ending, onStopSignal, startNode } from './children.mjs';
import { ensureBuilt, ensureInstalled, root } from './ensure.mjs';

ensureInstalled();
ensureBuilt();

const folder = join(root, 'dist', 'bench');
const all = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.js'))
      .map((file) => file.slice(0, -'.js'.length))
      .toSorted()
  : [];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  const lists = `${unknown.join(', ')}; ${all.join(', ')}`;
  process.stderr.write(
    `Không có phép đo này; có các phép đo / No such measurement; there are: ${lists}\n`,
  );
  process.exit(2);
}

let child;
let stopped = false;
onStopSignal((signal) => {
  stopped = true;
  if (signal !== 'SIGINT') child?.kill(signal);
});
// One after another: side by side they would measure each other.
for (const name of asked.length > 0 ? asked : all) {
  if (stopped) break;
  process.stdout.write(`\n— ${name}\n`);
  child = startNode([join(folder, `${name}.js`)]);
  process.exitCode = (await ending(child)) || process.exitCode;
}
