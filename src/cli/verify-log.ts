import type { Words } from '#lifecycle';
import type { Command } from 'commander';
import type { DataSource } from 'typeorm';
import { verify, type Problem, type ProblemKind } from '../complaints/verify.js';
import { StartError } from '../platform/config/start-error.js';
import { withDatabase } from './database.js';
import { keptCases } from './kept-cases.js';
import { figure, pace, tell } from './say.js';

const words: Record<ProblemKind, Words> = {
  'event.missing': { vi: 'thiếu sự kiện', en: 'the event is missing' },
  'event.hash': {
    vi: 'sự kiện không khớp chuỗi băm',
    en: 'the event does not follow from its hash and the one before',
  },
  'event.swapped': {
    vi: 'sự kiện đổi chỗ với sự kiện sau',
    en: 'the event has changed places with the next',
  },
  'event.unreadable': { vi: 'sự kiện không đọc được', en: 'the event cannot be folded' },
  'row.changed': { vi: 'dòng phản ánh khác với nhật ký', en: 'the row differs from the log' },
  'clock.changed': { vi: 'đồng hồ khác với nhật ký', en: 'the clock differs from the log' },
  'clock.missing': { vi: 'thiếu đồng hồ', en: 'the clock is missing' },
  'clock.unexpected': { vi: 'đồng hồ không có trong nhật ký', en: 'a clock unknown to the log' },
  'text.changed': {
    vi: 'nội dung phản ánh khác với lúc gửi',
    en: 'the text is not the one that was filed',
  },
  'text.left': {
    vi: 'nội dung đã ẩn danh vẫn còn',
    en: 'what was to be removed is still there',
  },
  'message.changed': {
    vi: 'văn bản không khớp dấu vết trong nhật ký',
    en: 'the text does not match its digest',
  },
  'message.parts': {
    vi: 'các phần kết quả khác với văn bản',
    en: 'the parts of the answer differ from its text',
  },
  'message.missing': { vi: 'thiếu văn bản của sự kiện', en: 'the text of the event is missing' },
  'message.unexpected': {
    vi: 'văn bản không thuộc sự kiện nào',
    en: 'a text that belongs to no event',
  },
  'file.missing': { vi: 'thiếu tệp đính kèm', en: 'an attachment is missing' },
  'file.unexpected': {
    vi: 'tệp đính kèm không có trong nhật ký',
    en: 'an attachment unknown to the log',
  },
};

export function problemLine({ complaintId, number, kind, what }: Problem): string {
  const place = number === null ? '' : ` #${number}`;
  const part = what === undefined ? '' : ` (${what})`;
  return `✗ ${complaintId}${place} ${kind}${part}: ${words[kind].vi} / ${words[kind].en}`;
}

export interface Verified {
  complaints: number;
  events: number;
  problems: number;
}

/** Checks every complaint, or one, and tells of each problem as it is found. */
export async function verifyLog(
  source: DataSource,
  found: (problem: Problem) => void,
  { id, signal }: { id?: string; signal?: AbortSignal } = {},
): Promise<Verified> {
  const done: Verified = { complaints: 0, events: 0, problems: 0 };
  for await (const batch of keptCases(source, id)) {
    for (const kept of batch) {
      const problems = verify(kept);
      problems.forEach(found);
      done.complaints += 1;
      done.events += kept.events.length;
      done.problems += problems.length;
    }
    if (signal?.aborted) break;
  }
  return done;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Adds `verify-log` to the program. */
export function addVerifyLog(program: Command): void {
  program
    .command('verify-log')
    .description('Kiểm tra nhật ký, chuỗi băm và dữ liệu / check log, chain and rows')
    .option('--id <id>', 'chỉ một phản ánh / one complaint only')
    .action(({ id }: { id?: string }) =>
      withDatabase(async ({ source, signal }) => {
        if (id !== undefined && !UUID.test(id))
          throw new StartError(`--id ${id} không phải mã UUID`, `--id ${id} is not a UUID`);
        const since = performance.now();
        const report = (problem: Problem) => tell(problemLine(problem));
        const done = await verifyLog(source, report, { id, signal });
        if (id !== undefined && done.complaints === 0)
          throw new StartError(`Không có phản ánh ${id}`, `There is no complaint ${id}`);
        tell(
          `${figure(done.complaints)} phản ánh, ${figure(done.events)} sự kiện: ${figure(done.problems)} sai lệch (${pace(done.complaints, since, 'phản ánh')})`,
        );
        tell(`${done.complaints} complaints, ${done.events} events: ${done.problems} problems`);
        if (done.problems > 0) process.exitCode = 1;
      }),
    );
}
