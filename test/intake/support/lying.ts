import { gzipSync } from 'node:zlib';
import { pdf } from '../../stories/support/files.js';
import { noise, halves } from './pictures.js';

const text = (content: string) => Buffer.from(content);
const bytes = (hex: string, more = '') =>
  Buffer.concat([Buffer.from(hex, 'hex'), Buffer.from(more), Buffer.alloc(600)]);

/** A ZIP of one stored entry. */
export function zip(name: string, content: string | Buffer = 'x'): Buffer {
  const data = Buffer.from(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(data.length, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + data.length, 16);
  return Buffer.concat([local, text(name), data, central, text(name), end]);
}

function tar(): Buffer {
  const block = Buffer.alloc(1024);
  block.write('evil.sh');
  block.write('0000644\u00000000000\u00000000000\u000000000000004\u000000000000000\u0000', 100);
  block.write('ustar\u000000', 257);
  return block;
}

const ftyp = (brand: string) =>
  bytes('00000018', `ftyp${brand}\u0000\u0000\u0000\u0000${brand}mif1`);
const script = '<html><script>alert(document.domain)</script></html>';
const jpeg = await halves().jpeg().toBuffer();
const png = await halves().png().toBuffer();
const webp = await halves().webp().toBuffer();
const gif = await halves().gif().toBuffer();

export interface Lie {
  what: string;
  content: Buffer;
  /** Refused as of another type, or with a code of the field. */
  fault: string;
}
const lie = (what: string, content: Buffer, fault = 'type'): Lie => ({ what, content, fault });

/** Files that say by name and type that they are photos or PDF. */
export const lies: Lie[] = [
  lie('HTML', text(script)),
  lie('HTML behind a mark of UTF-8', text(`\uFEFF${script}`)),
  lie('HTML in UTF-16', Buffer.from(`\uFEFF${script}`, 'utf16le')),
  lie('SVG', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')),
  lie(
    'SVG behind a prologue',
    text(`<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>`),
  ),
  lie(
    'XML with an outer entity',
    text('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
  ),
  lie('JavaScript', text('fetch("/api/me")')),
  lie('PHP', text('<?php system($_GET["c"]); ?>')),
  lie('a shell script', text('#!/bin/sh\nrm -rf /\n')),
  lie('a Windows program', bytes('4d5a9000', 'This program cannot be run in DOS mode')),
  lie('a Linux program', bytes('7f454c4602010100')),
  lie('a macOS program', bytes('cffaedfe07000001')),
  lie('a Java class', bytes('cafebabe00000034')),
  lie('WebAssembly', bytes('0061736d01000000')),
  lie('Flash', bytes('465753', '\u0009aaaa')),
  lie('a shortcut of Windows', bytes('4c0000000114020000000000c000000000000046')),
  lie('a ZIP', zip('a.txt')),
  lie('a ZIP in a ZIP in a ZIP', zip('1.zip', zip('2.zip', zip('3.zip')))),
  lie('Word', zip('[Content_Types].xml', '<Types>word/document.xml</Types>')),
  lie('Excel with macros', zip('xl/vbaProject.bin')),
  lie('OpenDocument', zip('mimetype', 'application/vnd.oasis.opendocument.text')),
  lie('a JAR', zip('META-INF/MANIFEST.MF')),
  lie('an APK', zip('AndroidManifest.xml')),
  lie('old Word', bytes('d0cf11e0a1b11ae1')),
  lie('RTF', text('{\\rtf1\\ansi{\\object\\objdata 0105}}')),
  lie('PostScript', text('%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) (r) file\n')),
  lie('gzip', gzipSync(Buffer.alloc(1_000_000))),
  lie('tar', tar()),
  lie('bzip2', bytes('425a6839314159265359')),
  lie('xz', bytes('fd377a585a0000')),
  lie('zstd', bytes('28b52ffd')),
  lie('7z', bytes('377abcaf271c0004')),
  lie('old RAR', bytes('526172211a0700')),
  lie('RAR', bytes('526172211a070100')),
  lie('a cabinet', bytes('4d534346000000')),
  lie('GIF', gif),
  lie('GIF that is a JAR', Buffer.concat([gif, zip('META-INF/MANIFEST.MF')])),
  lie('GIF that is a script', text('GIF89a=1;alert(1)//')),
  lie('BMP', bytes('424d360000000000000036000000')),
  lie('TIFF', await halves().tiff().toBuffer()),
  lie('ICO', bytes('00000100010010100000')),
  lie('Photoshop', bytes('384250530001')),
  lie('HEIC', ftyp('heic')),
  lie('MP4', ftyp('isom')),
  lie('Matroska', bytes('1a45dfa3a3428681')),
  lie('WAV', bytes('52494646', '\u0010\u0000\u0000\u0000WAVEfmt ')),
  lie('MP3', bytes('494433030000')),
  lie('a font', bytes('0001000000', '\u000c')),
  lie('SQLite', text('SQLite format 3\u0000')),
  lie('nothing but zeros', Buffer.alloc(500)),
  lie('a PDF behind something else', Buffer.concat([text(script), pdf])),
  lie('a page that begins as a PDF', text(`%PDF-1.7\n${script}`), 'unreadable'),
  lie(
    'a page that begins as a JPEG',
    Buffer.concat([jpeg.subarray(0, 20), text(script)]),
    'unreadable',
  ),
  lie(
    'a page that begins as a PNG',
    Buffer.concat([png.subarray(0, 33), text(script)]),
    'unreadable',
  ),
  lie(
    'a page that begins as a WebP',
    Buffer.concat([webp.subarray(0, 16), text(script)]),
    'unreadable',
  ),
  lie('a page that begins as an AVIF', Buffer.concat([ftyp('avif'), text(script)]), 'unreadable'),
  lie('a PDF that is a ZIP', Buffer.concat([pdf, zip('a.txt')]), 'archive'),
];

/** Photos that are something else too; what is kept of them is not. */
export const doubles: [string, Buffer][] = [
  ['JPEG and HTML', Buffer.concat([jpeg, text(script)])],
  ['JPEG and ZIP', Buffer.concat([jpeg, zip('evil.exe')])],
  ['JPEG and JAR', Buffer.concat([jpeg, zip('META-INF/MANIFEST.MF')])],
  ['JPEG and RAR', Buffer.concat([jpeg, bytes('526172211a070100')])],
  ['JPEG and PDF', Buffer.concat([jpeg, pdf])],
  [
    'JPEG with a script as its comment',
    Buffer.concat([
      jpeg.subarray(0, 2),
      bytes('fffe0036').subarray(0, 4),
      text(script),
      jpeg.subarray(2),
    ]),
  ],
  ['PNG and HTML', Buffer.concat([png, text(script)])],
  ['PNG and ZIP', Buffer.concat([png, zip('evil.exe')])],
  ['WebP and PHP', Buffer.concat([webp, text('<?php system("id"); ?>')])],
  ['noise and ZIP', Buffer.concat([await noise(50, 50).jpeg().toBuffer(), zip('evil.exe')])],
];
export const traces = [
  'alert(',
  '<?php',
  'evil.exe',
  'MANIFEST',
  'PK\u0003\u0004',
  'PK\u0005\u0006',
  'Rar!',
  '%PDF',
];
