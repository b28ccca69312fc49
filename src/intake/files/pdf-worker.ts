import {
  decodePDFRawStream,
  PDFArray,
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFStream,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { FileFault } from './file-faults.js';

const MAX_PAGES = 100;

/** Of one compressed table of objects; those of real documents stay below one megabyte. */
const MAX_INFLATED = 32 * 1024 * 1024;

/** A viewer looks for the end of a PDF here, and a reader of ZIP for the end of an archive there. */
const PDF_TAIL = 1024;
const ZIP_TAIL = 65_557;

const activeNames = new Set([
  '/EmbeddedFile',
  '/FileAttachment',
  '/GoToE',
  '/ImportData',
  '/JavaScript',
  '/Launch',
  '/Movie',
  '/Rendition',
  '/RichMedia',
  '/Screen',
  '/Sound',
  '/SubmitForm',
  '/3D',
]);
const activeKeys = new Set([
  '/EF',
  '/EmbeddedFiles',
  '/JS',
  '/JavaScript',
  '/RichMediaContent',
  '/XFA',
]);
const typeKeys = new Set(['/S', '/Subtype', '/Type']);

// Objects that the parser takes for the content of a stream, and a viewer may not.
const written =
  /\/(?:EmbeddedFiles?|GoToE|ImportData|JavaScript|Launch|RichMedia|SubmitForm|XFA)[\s/()<>[\]]/;

const encrypted = /\/Encrypt[\s/<]/;

/** Every object of the file, also one that a later revision replaces: which one is shown, the viewer decides. */
const objects: PDFObject[] = [];

function watchParser(): void {
  const assign = PDFContext.prototype.assign;
  PDFContext.prototype.assign = function (ref, object) {
    objects.push(object);
    assign.call(this, ref, object);
  };
  // The limits of a thread do not count buffers, and its streams grow without one of their own.
  const filter = PDFContext.create().obj({ Filter: 'ASCIIHexDecode' });
  const decoding: object = decodePDFRawStream(PDFRawStream.of(filter, new Uint8Array()));
  const streams = Object.getPrototypeOf(Object.getPrototypeOf(decoding)) as {
    ensureBuffer(size: number): unknown;
  };
  const grow = streams.ensureBuffer;
  streams.ensureBuffer = function (size) {
    if (size > MAX_INFLATED) throw new Error('inflates too far');
    return grow.call(this, size);
  };
}

function isArchive(bytes: Buffer): boolean {
  return bytes.subarray(-ZIP_TAIL).includes('PK\u0005\u0006', 0, 'latin1');
}

async function faultOf(bytes: Buffer): Promise<FileFault | null> {
  if (!bytes.subarray(-PDF_TAIL).includes('%%EOF')) return 'unreadable';
  const text = namesOf(bytes);
  // Before it is parsed: what is encrypted cannot be.
  if (encrypted.test(text)) return 'encrypted';
  const document = await PDFDocument.load(bytes, {
    ignoreEncryption: true,
    throwOnInvalidObject: true,
    updateMetadata: false,
    preserveXFA: true,
  });
  const { Root } = document.context.trailerInfo;
  if (isActive(Root ? [Root, ...objects] : objects) || written.test(text)) return 'active_content';
  const pages = document.getPageCount();
  if (pages > MAX_PAGES) return 'pages';
  return pages === 0 ? 'unreadable' : null;
}

/** The file as text, with names that hide letters as `#4A` written out. */
function namesOf(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replaceAll(/#([\da-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
}

function isActive(all: PDFObject[]): boolean {
  const left = [...all];
  for (let one = left.pop(); one; one = left.pop()) {
    if (one instanceof PDFArray) left.push(...one.asArray());
    else if (one instanceof PDFStream) left.push(one.dict);
    else if (one instanceof PDFDict) {
      if (one.entries().some(([key, value]) => acts(one, key.asString(), value))) return true;
      left.push(...one.values());
    }
  }
  return false;
}

function acts(dict: PDFDict, key: string, value: PDFObject): boolean {
  if (activeKeys.has(key)) return true;
  if (typeKeys.has(key)) return value instanceof PDFName && activeNames.has(value.asString());
  if (key !== '/OpenAction') return false;
  // A place to open at: LibreOffice and LaTeX write one into every document.
  const action = dict.context.lookup(value);
  if (action instanceof PDFArray) return false;
  return !(action instanceof PDFDict && action.get(PDFName.of('S')) === PDFName.of('GoTo'));
}

watchParser();
parentPort?.postMessage('ready', []);
const bytes = await readFile(workerData as string);
// An archive is named as one even where it breaks the document.
const fault = isArchive(bytes) ? 'archive' : await faultOf(bytes).catch(() => 'unreadable');
parentPort?.postMessage(fault, []);
