import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Multipart, MultipartFile } from '@fastify/multipart';
import { tellable, validated } from '../platform/http/validation.js';
import { DomainError, fieldError } from '../platform/errors/domain-error.js';
import { AttachmentStore, photoTypes, type Arrived, type Received } from './attachment-store.js';
import { FileComplaint } from './dto.js';
import { FileCheck } from './files/file-check.js';

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

const MAX_FORM_FIELDS = 40;
const formLimits = { ...limits, fields: MAX_FORM_FIELDS, parts: MAX_FORM_FIELDS + MAX_FILES + 1 };

/** Reads a filing from JSON, or from multipart with the JSON in `complaint` and files in `files`. */
@Injectable()
export class FilingReader {
  constructor(
    private readonly store: AttachmentStore,
    private readonly check: FileCheck,
  ) {}

  async read(request: FastifyRequest): Promise<{ complaint: FileComplaint; files: Arrived[] }> {
    const { spoken, files } = await this.spoken(request, 'complaint', FileComplaint);
    return { complaint: spoken, files };
  }

  /** Reads what somebody says in the JSON part `field`, with files beside it or without. */
  async spoken<T extends object>(
    request: FastifyRequest,
    field: string,
    shape: new () => T,
  ): Promise<{ spoken: T; files: Arrived[] }> {
    if (!request.isMultipart()) return { spoken: validated(shape, request.body), files: [] };
    return this.receiving(async (received) => {
      const document = await this.parts(request, received, field);
      const spoken = validated(shape, document);
      // Last, and after the whole request is here: drawing a photo is the dearest of it.
      return { spoken, files: await this.check.admit(received) };
    });
  }

  /**
   * Reads a form of a page; `typed` gets its texts by their names, also where the form is then refused. `arranged` makes
   * of them what the shape is, where that is no flat list.
   */
  async form<T extends object>(
    request: FastifyRequest,
    shape: new () => T,
    typed: Map<string, string>,
    arranged: (typed: ReadonlyMap<string, string>) => object = written,
  ): Promise<{ spoken: T; files: Arrived[] }> {
    return this.receiving(async (received) => {
      const parts = multipart(request).parts({ limits: formLimits });
      await parsed(MAX_FILES, async () => {
        for await (const part of parts) {
          if (part.type === 'field') typed.set(tellable(part.fieldname), textOf(part));
          // A choice of no file comes as a part without a name.
          else if (!part.filename) part.file.resume();
          else received.push(await this.received(part, received.length));
        }
      });
      const spoken = validated(shape, arranged(typed));
      return { spoken, files: await this.check.admit(received) };
    });
  }

  /** Reads the texts of a page's form that asks for no files. */
  async texts(request: FastifyRequest): Promise<Map<string, string>> {
    const typed = new Map<string, string>();
    const parts = multipart(request).parts({ limits: { ...formLimits, files: 0 } });
    await parsed(0, async () => {
      for await (const part of parts) {
        if (part.type === 'field') typed.set(tellable(part.fieldname), textOf(part));
        else part.file.resume();
      }
    });
    return typed;
  }

  /** Reads a request that has nothing but files. */
  async files(request: FastifyRequest): Promise<Arrived[]> {
    return this.receiving(async (received) => {
      const document = await this.parts(multipart(request), received);
      if (document !== undefined || received.length === 0)
        throw fieldError(
          'files',
          'required',
          'Cần ít nhất một tệp.',
          'At least one file is needed.',
        );
      return this.check.admit(received);
    });
  }

  /** Reads a request that has one photo in `file`; the photo is not looked into. */
  async photo(request: FastifyRequest): Promise<Received> {
    return this.receiving(async (received) => {
      const parts = multipart(request).parts({ limits: { ...limits, files: 1 } });
      await parsed(1, async () => {
        for await (const part of parts) {
          if (part.type === 'field' || part.fieldname !== 'file') throw unknown(part.fieldname);
          received.push(await this.store.receive(part.file, part.filename, 'file', photoTypes));
        }
      });
      const [photo] = received;
      if (!photo) throw fieldError('file', 'required', 'Cần một ảnh.', 'A photo is needed.');
      return photo;
    });
  }

  /** Nothing that has arrived stays when the work fails. */
  private async receiving<T>(work: (received: Received[]) => Promise<T>): Promise<T> {
    const received: Received[] = [];
    try {
      return await work(received);
    } catch (error) {
      await this.store.discard(received);
      throw error;
    }
  }

  private parts(request: FastifyRequest, files: Received[], field = 'complaint'): Promise<unknown> {
    return parsed(MAX_FILES, async () => {
      let document: unknown;
      for await (const part of request.parts({ limits })) {
        if (part.type === 'field') document = jsonOf(part, field);
        else files.push(await this.received(part, files.length));
      }
      return document;
    });
  }

  private received({ fieldname, file, filename }: MultipartFile, at: number): Promise<Received> {
    if (fieldname !== 'files') throw unknown(fieldname);
    return this.store.receive(file, filename, `files.${at}`);
  }
}

const written = (typed: ReadonlyMap<string, string>) =>
  Object.fromEntries([...typed].filter(([, text]) => text !== ''));

function multipart(request: FastifyRequest): FastifyRequest {
  if (!request.isMultipart()) throw new DomainError('request.unsupported_type');
  return request;
}

const unknown = (field: string) =>
  fieldError(field, 'unknown', 'Không có mục này.', 'There is no such field.');

type Field = Extract<Multipart, { type: 'field' }>;

function requireWhole({ valueTruncated }: Field, field: string): void {
  if (valueTruncated)
    throw new DomainError('request.too_large', [
      { field, code: 'too_large', vi: 'Quá 64 KB.', en: 'Over 64 KB.' },
    ]);
}

/** What was typed; browsers send line ends in two characters. */
function textOf(part: Field): string {
  requireWhole(part, tellable(part.fieldname));
  return typeof part.value === 'string' ? part.value.replaceAll('\r\n', '\n') : '';
}

function jsonOf(part: Field, field: string): unknown {
  if (part.fieldname !== field) throw unknown(part.fieldname);
  requireWhole(part, field);
  // A part that calls itself JSON comes parsed.
  if (typeof part.value !== 'string') return part.value;
  try {
    return JSON.parse(part.value);
  } catch {
    throw notJson(field);
  }
}

const notJson = (field = 'complaint') => fieldError(field, 'json', 'Không phải JSON.', 'Not JSON.');

/** Parses with at most so many files; the parser's failures are told as ours. */
async function parsed<T>(most: number, parse: () => Promise<T>): Promise<T> {
  try {
    return await parse();
  } catch (error) {
    throw readable(error, most);
  }
}

/** The parser's own limits, told by the field that they belong to. */
function readable(error: unknown, most: number): unknown {
  const { code } = error as { code?: string };
  if (code === 'FST_FILES_LIMIT' || code === 'FST_PARTS_LIMIT')
    return fieldError('files', 'too_many', `Tối đa ${most} tệp.`, `At most ${most} files.`);
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
