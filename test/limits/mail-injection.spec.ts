import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import { filerTemplates, staffTemplates } from '../../src/complaints/notices/templates.js';
import { usableAddress } from '../../src/delivery/addresses.js';
import { messageOf } from '../../src/delivery/mailer.js';
import { messageIdOf } from '../../src/delivery/message-id.js';
import type { FilerModel, StaffModel } from '../../src/delivery/templates/model.js';
import type { Written } from '../../src/delivery/templates/render.js';
import { writeToFiler, writeToStaff } from '../../src/delivery/templates/write.js';
import { fullFiler, fullStaff } from '../delivery/support/models.js';

const from = 'Đầu Mối <dau-moi@city.example>';
const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });

/** What somebody could write to be more than a text. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        '\u2028',
        '\u0085',
        'Bcc: victim@evil.example',
        'Content-Type: text/html',
        '\r\n\r\n--x\r\n',
        '\r\n.\r\n',
        'a@evil.example, b@evil.example',
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' onmouseover='alert(1)",
        '</style><style>*{}</style>',
        '<!--',
        '&lt;b&gt;',
        'javascript:alert(1)',
        '\u202E',
        '\u2066',
        '\u0000',
        '=?utf-8?Q?=0D=0ABcc:_x@evil.example?=',
        '{{7*7}} ${7*7}',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constant('Nguyễn Thị Hòa'),
    ),
    { minLength: 1, maxLength: 6 },
  )
  // What is empty would be left out, with its block.
  .map((parts) => `${parts.join('')}.`);

const languages = fc.constantFrom('vi' as const, 'en' as const);

/** The model with a hostile text in every place that holds a free one; words of fixed lists stay. */
const filerModel = fc
  .record({
    category: hostile,
    agency: hostile,
    promise: hostile,
    text: hostile,
    center: hostile,
    hotline: hostile,
    newDate: hostile,
    answer: fc.record({ finding: hostile, done: hostile, basis: hostile }),
  })
  .map((texts): FilerModel => ({ ...fullFiler, ...texts }));
const staffModel = fc
  .record({
    category: hostile,
    ward: hostile,
    agency: hostile,
    text: hostile,
    proposed: hostile,
    center: hostile,
    hotline: hostile,
  })
  .map((texts): StaffModel => ({ ...fullStaff, ...texts }));

const composed = async (written: Written, language: string, to = 'an@example.org') => {
  const messageId = messageIdOf('key', from);
  const date = new Date('2026-03-10T02:00:00.000Z');
  const message = messageOf({ ...written, to, messageId, date, language }, from);
  const { message: raw, envelope } = await transport.sendMail(message);
  return { raw: raw as Buffer, envelope };
};

const headerNames = [
  'auto-submitted',
  'content-language',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
];

/** The tags of a page in their order; what a person wrote can make no other, only break its lines. */
const tags = (html: string) =>
  [...html.matchAll(/<[^>]*>?/g)].map(([tag]) => tag).filter((tag) => tag !== '<br>');

async function expectOurs(written: Written, plain: Written, language: string): Promise<void> {
  const { raw, envelope } = await composed(written, language);
  const mail = await simpleParser(raw);
  expect([...mail.headers.keys()].toSorted()).toEqual(headerNames);
  expect(mail.headerLines).toHaveLength(headerNames.length);
  expect(envelope).toEqual({ from: 'dau-moi@city.example', to: ['an@example.org'] });
  expect(mail.to).toMatchObject({ value: [{ address: 'an@example.org', name: '' }] });
  expect(mail.subject).toBe(written.subject);
  expect(mail.attachments).toEqual([]);
  expect(mail.subject ?? '').not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
  expect(tags(written.html)).toEqual(tags(plain.html));
  expect(written.html).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|(?![\n\t])\p{Cc}/u);
}

describe('a subject', () => {
  it('is read as it stands, also where it looks encoded', async () => {
    const word = '=?utf-8?Q?=0D=0ABcc:_x@evil.example?=';
    for (const category of [word, `Điện ${word}`, `${word} ${word}`]) {
      const written = writeToStaff('staff_assigned', { ...fullStaff, category }, 'en');
      const { subject = '' } = await simpleParser((await composed(written, 'en')).raw);
      expect(subject).toBe(written.subject);
      expect(subject).toContain('= ?utf-8?Q?');
    }
  });
});

describe('a mail, whatever was written into it', () => {
  it('to the filer has our headers, one recipient and no tag but ours', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...filerTemplates),
        filerModel,
        languages,
        async (template, model, language) => {
          const plain = writeToFiler(template, fullFiler, language);
          await expectOurs(writeToFiler(template, model, language), plain, language);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('to staff too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...staffTemplates),
        staffModel,
        languages,
        async (template, model, language) => {
          const plain = writeToStaff(template, fullStaff, language);
          await expectOurs(writeToStaff(template, model, language), plain, language);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('goes to the one address that is usable, or to nobody', async () => {
    const written = writeToFiler(filerTemplates[0], fullFiler, 'vi');
    const addresses = fc.oneof(
      hostile,
      fc.tuple(hostile, fc.constant('@example.org')).map((parts) => parts.join('')),
      fc.tuple(fc.constant('an@example.org'), hostile).map((parts) => parts.join('')),
      fc.emailAddress(),
    );
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(addresses, async (address) => {
        const usable = usableAddress(address);
        if (usable === null) return;
        sent += 1;
        const { raw, envelope } = await composed(written, 'vi', usable);
        const mail = await simpleParser(raw);
        expect(mail.to).toMatchObject({ value: [expect.any(Object)] });
        expect(mail.cc ?? mail.bcc ?? null).toBeNull();
        expect(mail.headerLines).toHaveLength(headerNames.length);
        expect(envelope.to).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
    expect(sent).toBeGreaterThan(20);
  });
});
