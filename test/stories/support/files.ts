import sharp from 'sharp';
import request from 'supertest';
import type { World } from '../../world/world.js';

const HOW_MANY = 8;

/** Small pictures of which no two are alike. */
const pictures = Array.from({ length: HOW_MANY }, (_, number) =>
  sharp({
    create: {
      width: 8 + number,
      height: 8,
      channels: 3,
      background: { r: 30 * number, g: 90, b: 60 },
    },
  }),
);
const jpegs = await Promise.all(pictures.map((one) => one.jpeg().toBuffer()));

export const jpeg = jpegs[0]!;
export const png = await pictures[0]!.png().toBuffer();
/** One empty page. */
export const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

/** A photo by its number, below 8; no other has its bytes. */
export function photo(number: number): Buffer {
  const one = jpegs[number];
  if (!one) throw new Error(`there are ${HOW_MANY} photos`);
  return one;
}

export interface File {
  name: string;
  content: Buffer;
}

/** The multipart filing of the contract: the JSON in `complaint`, the files in `files`. */
export function filesWith(world: World, complaint: object, files: File[], key?: string) {
  const filing = request(world.url).post('/api/complaints');
  if (key !== undefined) void filing.set('idempotency-key', key);
  void filing.field('complaint', JSON.stringify(complaint));
  for (const { name, content } of files) void filing.attach('files', content, name);
  return filing;
}

/** A body as it is, under the content type that it is sent as. */
export async function sendRaw(world: World, path: string, type: string, body: string) {
  const answer = await fetch(world.url + path, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });
  return { status: answer.status, body: (await answer.json()) as { code: string } };
}
