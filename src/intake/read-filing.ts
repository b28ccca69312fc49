import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Multipart } from '@fastify/multipart';
import { validated } from '../platform/http/validation.js';
import { DomainError, fieldError } from '../platform/errors/domain-error.js';
import { AttachmentStore, type Arrived } from './attachment-store.js';
import { FileComplaint } from './dto.js';

export const MAX_FILES = 5;
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
const MAX_JSON_BYTES = 64 * 1024;

const limits = {
  fileSize: MAX_FILE_BYTES,
  files: MAX_FILES,
  fields: 1,
  fieldSize: MAX_JSON_BYTES,
  parts: MAX_FILES + 2,
};

/** Reads a filing from JSON, or from multipart with the JSON in `complaint` and files in `files`. */
@Injectable()
export class FilingReader {
  constructor(private readonly store: AttachmentStore) {}

  async read(request: FastifyRequest): Promise<{ complaint: FileComplaint; files: Arrived[] }> {
    if (!request.isMultipart())
      return { complaint: validated(FileComplaint, request.body), files: [] };
    const files: Arrived[] = [];
    try {
      const document = await this.parts(request, files);
      return { complaint: validated(FileComplaint, document), files };
    } catch (error) {
      await this.store.discard(files);
      throw readable(error);
    }
  }

  /** Reads a request that has nothing but files. */
  async files(request: FastifyRequest): Promise<Arrived[]> {
    if (!request.isMultipart()) throw new DomainError('request.unsupported_type');
    const files: Arrived[] = [];
    try {
      const document = await this.parts(request, files);
      if (document !== undefined || files.length === 0)
        throw fieldError(
          'files',
          'required',
          'Cần ít nhất một tệp.',
          'At least one file is needed.',
        );
      return files;
    } catch (error) {
      await this.store.discard(files);
      throw readable(error);
    }
  }

  private async parts(request: FastifyRequest, files: Arrived[]): Promise<unknown> {
    let document: unknown;
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') document = jsonOf(part);
      else if (part.fieldname === 'files')
        files.push(await this.store.receive(part.file, part.filename, `files.${files.length}`));
      else
        throw fieldError(part.fieldname, 'unknown', 'Không có mục này.', 'There is no such field.');
    }
    return document;
  }
}

function jsonOf(part: Extract<Multipart, { type: 'field' }>): unknown {
  if (part.fieldname !== 'complaint')
    throw fieldError(part.fieldname, 'unknown', 'Không có mục này.', 'There is no such field.');
  if (part.valueTruncated)
    throw new DomainError('request.too_large', [
      { field: 'complaint', code: 'too_large', vi: 'Quá 64 KB.', en: 'Over 64 KB.' },
    ]);
  // A part that calls itself JSON comes parsed.
  if (typeof part.value !== 'string') return part.value;
  try {
    return JSON.parse(part.value);
  } catch {
    throw notJson();
  }
}

const notJson = () => fieldError('complaint', 'json', 'Không phải JSON.', 'Not JSON.');

/** The parser's own limits, told by the field that they belong to. */
function readable(error: unknown): unknown {
  const { code } = error as { code?: string };
  if (code === 'FST_FILES_LIMIT' || code === 'FST_PARTS_LIMIT')
    return fieldError(
      'files',
      'too_many',
      `Tối đa ${MAX_FILES} tệp.`,
      `At most ${MAX_FILES} files.`,
    );
  if (code === 'FST_FIELDS_LIMIT')
    return fieldError(
      'complaint',
      'too_many',
      'Chỉ một mục complaint.',
      'One complaint part only.',
    );
  if (code === 'FST_INVALID_JSON_FIELD_ERROR') return notJson();
  // The parser's word on a body that is no multipart, or ends in the middle, is a plain error.
  const ofParser = code === undefined && (error as Error).constructor === Error;
  return ofParser ? new DomainError('request.malformed') : error;
}
