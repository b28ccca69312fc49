import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { build, defineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;

/** Every island is an entry of its own: a page asks for those that it has. */
const islands = readdirSync(join(here, 'citizen', 'islands'))
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join(here, 'citizen', 'islands', name));

const packed = { '.br': promisify(brotliCompress), '.gz': promisify(gzip) };

/** Writes each text file beside itself as Brotli and gzip, so that no request waits for packing. */
const packing = (): Plugin => ({
  name: 'dau-moi-packing',
  async writeBundle({ dir = '' }, bundle) {
    const files = Object.keys(bundle).filter((name) => /\.(js|css|svg|json)$/.test(name));
    for (const file of files.map((name) => join(dir, name))) {
      const bytes = await readFile(file);
      for (const [ending, pack] of Object.entries(packed))
        await writeFile(file + ending, await pack(bytes));
    }
  },
});

/** One file of its own under a name that stays: a service worker imports nothing, and is found by its address. */
const serviceWorker = (): Plugin => ({
  name: 'dau-moi-service-worker',
  async writeBundle({ dir = '' }) {
    await build({
      configFile: false,
      root: here,
      logLevel: 'warn',
      publicDir: false,
      build: {
        outDir: dir,
        emptyOutDir: false,
        copyPublicDir: false,
        target: ['chrome100', 'firefox100', 'safari15'],
        rolldownOptions: {
          input: join(here, 'citizen', 'service-worker.ts'),
          output: { format: 'iife', entryFileNames: 'service-worker.js' },
        },
      },
    });
  },
});

export default defineConfig({
  root: here,
  base: '/assets/',
  publicDir: false,
  logLevel: 'warn',
  plugins: [packing(), serviceWorker()],
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: 'dist',
    assetsDir: '',
    emptyOutDir: true,
    manifest: true,
    // A file within the page would need the policy to allow it.
    assetsInlineLimit: 0,
    target: ['chrome100', 'firefox100', 'safari15'],
    cssTarget: ['chrome100', 'firefox100', 'safari15'],
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Components that say where a server may draw them; here no server does.
      onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
      input: [join(here, 'staff', 'index.html'), join(here, 'citizen', 'citizen.css'), ...islands],
    },
  },
});
