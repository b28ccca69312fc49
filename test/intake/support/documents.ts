import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createDeflate, deflateSync } from 'node:zlib';
import { pdf } from '../../stories/support/files.js';

/** A PDF as programs of offices write it, changed by a hand. */
export async function pdfOf(
  change: (document: PDFDocument) => unknown = () => undefined,
  pages = 1,
): Promise<Buffer> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) document.addPage();
  await change(document);
  return Buffer.from(await document.save());
}

const catalogWith = (
  key: string,
  value: (document: PDFDocument) => Parameters<PDFDocument['context']['obj']>[0],
) =>
  pdfOf((document) => document.catalog.set(PDFName.of(key), document.context.obj(value(document))));

const action = (type: string) => catalogWith('OpenAction', () => ({ S: type }));
const annotation = (entry: Record<string, string | object>) =>
  catalogWith('Extra', () => [{ Type: 'Annot', ...entry }] as never);

/** Documents that do something when they are opened, or carry something. */
export const active: Record<string, () => Promise<Buffer>> = {
  'a script of the document': () => pdfOf((one) => one.addJavaScript('a', 'app.alert(1)')),
  'an embedded file': () => pdfOf((one) => one.attach(Buffer.from('MZ'), 'a.exe')),
  'a script on opening': () => action('JavaScript'),
  'a program on opening': () => action('Launch'),
  'a web page on opening': () =>
    catalogWith('OpenAction', () => ({ S: 'URI', URI: PDFString.of('https://evil.example') })),
  'a form that sends': () => annotation({ A: { S: 'SubmitForm' } }),
  'a dynamic form': () => catalogWith('AcroForm', () => ({ XFA: PDFString.of('<xdp/>') })),
  'rich media': () => annotation({ Subtype: 'RichMedia' }),
  'a document in the document': () => annotation({ A: { S: 'GoToE' } }),
  'a script in an older revision': () =>
    Promise.resolve(
      Buffer.concat([
        Buffer.from('%PDF-1.4\n3 0 obj<</AA<</O<</S/Rendition>>>>>>endobj\n'),
        pdf.subarray(9),
      ]),
    ),
  'a script that hides its name': () =>
    Promise.resolve(
      Buffer.from(pdf.toString().replace('/MediaBox', '/A<</S/J#61vaScript>>/MediaBox')),
    ),
  'a script in a packed object': () => Promise.resolve(packedScript()),
  'a script where only a viewer looks': () =>
    Promise.resolve(
      Buffer.from(
        pdf
          .toString()
          .replace(
            'trailer',
            '9 0 obj<</Length 40>>stream\n8 0 obj<</S /JavaScript>>endobj      \nendstream endobj\ntrailer',
          ),
      ),
    ),
};

export const encrypted = () =>
  pdfOf((one) => one.encrypt({ userPassword: 'a', ownerPassword: 'b', permissions: {} }));

/** Opens at its first page, as every document of LibreOffice does. */
export const opensAtPage = () =>
  catalogWith('OpenAction', (one) => [one.getPage(0).ref, 'Fit'] as never);

const beforeTrailer = (body: Buffer) =>
  Buffer.concat([Buffer.from('%PDF-1.5\n'), body, Buffer.from('\n'), pdf.subarray(9)]);

const packedObjects = (packed: Buffer, first: number) =>
  beforeTrailer(
    Buffer.concat([
      Buffer.from(
        `7 0 obj<</Type/ObjStm/N 1/First ${first}/Filter/FlateDecode/Length ${packed.length}>>stream\n`,
      ),
      packed,
      Buffer.from('\nendstream endobj'),
    ]),
  );

/** A script that cannot be seen before it is unpacked. */
const packedScript = () => packedObjects(deflateSync('9 0 <</S/JavaScript>>'), 4);

/** 300 MB of blanks in some 300 KB, where a reader must unpack them to read at all. */
export async function inflating(): Promise<Buffer> {
  const megabyte = Buffer.alloc(1_000_000, 32);
  const blanks = Array.from({ length: 300 }, () => megabyte);
  const packed = Readable.from(blanks).pipe(createDeflate());
  return packedObjects(await buffer(packed), 4);
}

/** Five million brackets in each other. */
export const nested = () =>
  beforeTrailer(Buffer.concat([Buffer.from('7 0 obj'), Buffer.alloc(5_000_000, '[')]));

/** Pages that name each other: two to the power of fifty when they are counted. */
export function doubling(): Buffer {
  const levels = Array.from(
    { length: 50 },
    (_, at) => `${at + 10} 0 obj<</Type/Pages/Count 1/Kids[${at + 11} 0 R ${at + 11} 0 R]>>endobj`,
  );
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 10 0 R>>endobj\n${levels.join('\n')}\n60 0 obj<</Type/Page/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );
}
