import { Injectable } from '@nestjs/common';
import type { Arrived, Received } from '../attachment-store.js';
import { faulty } from './file-faults.js';
import { named } from './file-name.js';
import { Gate } from '../../platform/gate.js';
import { checkPdf } from './pdf-check.js';
import { photoHeader, redraw } from './redraw.js';
import { Scanner } from './scanner.js';
import type { PhotoFacts } from './exif-place.js';

const AT_ONCE = 2;
const MAY_WAIT = 32;

/** Looks into files that have arrived: photos are drawn anew, documents read, and all of them scanned. */
@Injectable()
export class FileCheck {
  private readonly gate = new Gate(AT_ONCE, MAY_WAIT);

  constructor(private readonly scanner: Scanner) {}

  /** @throws request.invalid that names the first file with a fault */
  async admit(files: readonly Received[]): Promise<Arrived[]> {
    const admitted: Arrived[] = [];
    for (const file of files) admitted.push(await this.one(file));
    return admitted;
  }

  /** What a photo says of where and when it was taken. @throws request.invalid for one that cannot be read */
  async facts({ path, field }: Received): Promise<PhotoFacts> {
    const header = await this.gate.run(() => photoHeader(path));
    if (typeof header === 'string') throw faulty(field, header);
    return header;
  }

  private async one(file: Received): Promise<Arrived> {
    const looked = await this.gate.run(() => this.look(file));
    const scan = await this.scanner.scan(file.path);
    if (scan === 'infected') throw faulty(file.field, 'infected');
    return { ...looked, scan };
  }

  private async look(file: Received): Promise<Omit<Arrived, 'scan'>> {
    const { path, field, name, type, sent, bytes } = file;
    if (type === 'application/pdf') {
      const fault = await checkPdf(path);
      if (fault) throw faulty(field, fault);
      return { path, name: named(name, type), type, bytes, sent, sha256: sent, facts: null };
    }
    const drawn = await redraw(path, type);
    if (typeof drawn === 'string') throw faulty(field, drawn);
    return { path, name: named(name, drawn.type), sent, ...drawn };
  }
}
