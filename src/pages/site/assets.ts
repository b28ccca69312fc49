import { Injectable } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../platform/config/project-root.js';

/** Where the built pages are. */
export const webFolder = () => join(projectRoot(), 'web', 'dist');

interface Entry {
  file: string;
  css?: string[];
  imports?: string[];
  dynamicImports?: string[];
}

const url = (file: string) => `/assets/${file}`;

/** The built scripts and styles, by the names of their sources in web/. */
@Injectable()
export class Assets {
  private manifest: Record<string, Entry> | null = null;

  /** The address of a script or stylesheet. @throws when web/ is not built, or has no such entry */
  url(source: string): string {
    return url(this.entry(source).file);
  }

  /** The stylesheets that a script brings with it. */
  stylesOf(source: string): string[] {
    const { css = [], imports = [] } = this.entry(source);
    return [...new Set([...css.map(url), ...imports.flatMap((one) => this.stylesOf(one))])];
  }

  /** Everything that a source may load: itself, what it imports now or later, and their styles. */
  filesOf(source: string): string[] {
    const found = new Set<string>();
    const seen = new Set<string>();
    const follow = (one: string): void => {
      if (seen.has(one)) return;
      seen.add(one);
      const { file, css = [], imports = [], dynamicImports = [] } = this.entry(one);
      for (const name of [file, ...css]) found.add(url(name));
      for (const next of [...imports, ...dynamicImports]) follow(next);
    };
    follow(source);
    return [...found];
  }

  private entry(source: string): Entry {
    this.manifest ??= JSON.parse(
      readFileSync(join(webFolder(), '.vite', 'manifest.json'), 'utf8'),
    ) as Record<string, Entry>;
    const entry = this.manifest[source];
    if (!entry) throw new Error(`web/ has no built ${source}`);
    return entry;
  }
}
