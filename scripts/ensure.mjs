// Runs before `npm install`: only what Node itself brings.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const at = (...parts) => join(root, ...parts);
const installedStamp = at('node_modules', '.dau-moi-lock');
export const builtStamp = at('dist', '.sources');
const webStamp = at('web', 'dist', '.sources');
const SOURCES = ['src', 'libs', 'bench', 'package.json', 'nest-cli.json', 'tsconfig.json'];
const WEB_SOURCES = ['web', 'package.json'];
const OLDEST_NODE = [20, 19];

/** Makes node_modules what package-lock.json says. Ends the process with one line when it cannot. */
export function ensureInstalled() {
  requireNode();
  const wanted = hashOf(['package-lock.json']);
  const isInstalled = () => readStamp(installedStamp) === wanted;
  if (isInstalled()) return;
  withLock('install', () => {
    if (isInstalled()) return;
    if (!matchesLock()) npmCi();
    writeFileSync(installedStamp, wanted);
  });
}

/** Makes dist/ and web/dist/ what the sources say. Ends the process with the compiler's words when it cannot. */
export function ensureBuilt() {
  const nest = [at('node_modules', '@nestjs', 'cli', 'bin', 'nest.js'), 'build'];
  const vite = [at('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--config'];
  ensureStamped(builtStamp, [...SOURCES, 'tsconfig.build.json'], nest);
  ensureStamped(webStamp, WEB_SOURCES, [...vite, at('web', 'vite.config.ts')]);
}

function ensureStamped(stamp, sources, build) {
  const isBuilt = () => readStamp(stamp) === hashOf(sources);
  if (isBuilt()) return;
  withLock('build', () => {
    if (isBuilt()) return;
    const wanted = hashOf(sources);
    say('Đang biên dịch… / Building…');
    rmSync(stamp, { force: true });
    check(attempt(process.execPath, build), 'Biên dịch thất bại / The build failed');
    // Written last, so that a build cut short is done again.
    writeFileSync(stamp, wanted);
  });
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  const needed = OLDEST_NODE.join('.');
  give(
    `Cần Node.js ${needed} trở lên, đang là ${process.versions.node} / Node.js ${needed} or newer is needed, this is ${process.versions.node}`,
  );
}

// A hand-run `npm install` is as good as ours; nothing is deleted under a program that may be running.
function matchesLock() {
  const installed = readPackages(at('node_modules', '.package-lock.json'));
  if (!installed) return false;
  return Object.entries(readPackages(at('package-lock.json'))).every(
    ([path, { version, optional, devOptional, link }]) =>
      path === '' || optional || devOptional || link || installed[path]?.version === version,
  );
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null;
}

function npmCi() {
  say('Đang cài các gói (npm ci)… / Installing packages (npm ci)…');
  // Under NODE_ENV=production npm would leave out the compiler.
  const args = ['--include=dev', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const failure =
    'Không cài được các gói: hãy kiểm tra mạng và quyền ghi rồi chạy lại / Could not install the packages: check the network and the right to write, then run again';
  const [program, before] = npm?.endsWith('npm-cli.js') ? [process.execPath, [npm]] : ['npm', []];
  const ci = attempt(program, [...before, 'ci', ...args]);
  // A registry that lacks a binary for some other platform leaves it out of the lock, and npm ci then
  // refuses the lock as a whole; npm install follows it for all that it names.
  const outcome = ci.stderr?.includes('code EUSAGE')
    ? attempt(program, [...before, 'install', '--no-save', ...args])
    : ci;
  check(outcome, failure);
}

function attempt(program, args) {
  return spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: program === 'npm' && process.platform === 'win32',
  });
}

function check({ status, error, stdout, stderr }, failure) {
  if (status === 0) return;
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}${error ? `${error.message}\n` : ''}`);
  give(failure);
}

/** Over names and content; times of change say nothing after a checkout or a copy. */
function hashOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesUnder)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(at(file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(at(path))) return [];
  if (/\.[a-z]+$/.test(path)) return [path];
  return readdirSync(at(path), { withFileTypes: true })
    .filter((entry) =>
      entry.isDirectory()
        ? !['test', 'dist'].includes(entry.name)
        : /\.(tsx?|json|css|html)$/.test(entry.name) && entry.name !== 'schema.d.ts',
    )
    .map((entry) => `${path}/${entry.name}`)
    .toSorted()
    .flatMap(filesUnder);
}

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function say(line) {
  // Not on stdout: there a command's own result may be piped elsewhere.
  process.stderr.write(`${line}\n`);
}

function give(line) {
  say(line);
  process.exit(1);
}
