import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Allow } from '../../platform/http/allow.js';
import { sitePolicy } from '../../platform/http/headers.js';
import { Assets, webFolder } from './assets.js';

/** The pages that are kept for use without a network, by the sources of their scripts and styles. */
const kept = [
  'citizen/citizen.css',
  'citizen/islands/filing.tsx',
  'citizen/islands/tracking-code.ts',
];

/** The service worker stands at the root, so that it may serve every page; it changes with each build. */
@ApiExcludeController()
@Controller()
export class ServiceWorkerController {
  constructor(private readonly assets: Assets) {}

  @Get('service-worker.js')
  @Allow('page.open')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('content-security-policy', sitePolicy())
  @Header('cache-control', 'no-cache')
  @Header('service-worker-allowed', '/')
  async worker() {
    const files = [...new Set(kept.flatMap((source) => this.assets.filesOf(source)))];
    const program = await readFile(join(webFolder(), 'service-worker.js'), 'utf8');
    return `self.keptFiles=${JSON.stringify(files)};\n${program}`;
  }
}
