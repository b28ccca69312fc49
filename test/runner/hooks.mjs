// How Node itself finds and reads the sources: `.js` in an import is the `.ts` beside it, `#lib` is the library's
// source, and `@jest/globals` is what the runner has put into the global scope.
import { transform } from '@swc/core';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const globals = pathToFileURL(join(import.meta.dirname, 'globals.mjs')).href;
const urlOf = (...parts) => pathToFileURL(join(root, ...parts)).href;

export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: globals, format: 'module', shortCircuit: true };
  const parent = context.parentURL?.split('?')[0] ?? '';
  // What is built goes on with what is built.
  if (!/\.tsx?$/.test(parent)) return next(specifier, context);
  const library = /^#([a-z-]+)$/.exec(specifier)?.[1];
  if (library) return next(urlOf('libs', library, 'src', 'index.ts'), context);
  if (/^\.{1,2}\//.test(specifier) && specifier.endsWith('.js')) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), parent);
    const file = [source, new URL(`${source}x`)].find((url) => existsSync(fileURLToPath(url)));
    if (file) return { url: file.href, format: 'module', shortCircuit: true };
  }
  return next(specifier, context);
}

const options = (tsx) => ({
  swcrc: false,
  configFile: false,
  module: { type: 'es6' },
  sourceMaps: 'inline',
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true, tsx },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      react: { runtime: 'automatic', importSource: 'preact' },
    },
  },
});

export async function load(url, context, next) {
  const path = url.split('?')[0];
  if (!/\.tsx?$/.test(path)) return next(url, context);
  const filename = fileURLToPath(path);
  const { code } = await transform(await readFile(filename, 'utf8'), {
    ...options(path.endsWith('x')),
    filename,
  });
  return { format: 'module', source: code, shortCircuit: true };
}
