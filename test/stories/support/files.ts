import request from 'supertest';
import type { World } from '../../world/world.js';

/** One pixel each, and one empty page. */
export const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
);
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);
export const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

/** A photo whose bytes no other photo has. */
export const photo = (number: number) => Buffer.concat([jpeg, Buffer.from(`photo ${number}`)]);

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
