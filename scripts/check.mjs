import { spawnSync } from 'node:child_process';
import { ensureInstalled } from './ensure.mjs';

ensureInstalled();
for (const gate of ['api-types', 'typecheck', 'lint', 'format:check', 'secrets']) {
  const { status } = spawnSync('npm', ['run', '--silent', gate], { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`${gate} failed`);
    process.exit(1);
  }
}
console.log('types, lint and format are clean; no secret is in the tree');
