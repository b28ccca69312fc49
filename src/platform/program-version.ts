import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './config/project-root.js';

/** As package.json says it. */
export function programVersion(): string {
  const text = readFileSync(join(projectRoot(), 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
