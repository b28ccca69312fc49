import { describe, expect, it } from '@jest/globals';
import { filerTemplates, staffTemplates } from '../../src/complaints/notices/templates.js';
import { lateWords, writeMoment, type Language } from '../../src/platform/moment.js';
import type { Written } from '../../src/delivery/templates/render.js';
import {
  languageOf,
  writeSummary,
  writeToAccount,
  writeToFiler,
  writeToStaff,
} from '../../src/delivery/templates/write.js';
import { bareFiler, bareStaff, fullFiler, fullStaff } from './support/models.js';

const languages: Language[] = ['vi', 'en'];
const evil = `<script>alert("x")</script>&'\r\nBcc: all@evil.example\u2028\u202Egnp.exe\0`;

const inEvery = <T>(names: readonly T[]) =>
  languages.flatMap((language) => names.map((name) => [language, name] as const));

const plain = (html: string) =>
  html
    .replace(/^.*<body>/s, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const wordsOf = (text: string) => new Set(text.match(/[\p{L}\p{N}]+/gu));

function expectWhole({ subject, text, html }: Written): void {
  for (const part of [subject, text, html]) expect(part).not.toMatch(/undefined|null|\bNaN\b/);
  expect(subject.length).toBeGreaterThan(15);
  expect([...wordsOf(plain(html))]).toEqual(expect.arrayContaining([...wordsOf(text)]));
}

function expectHarmless({ subject, text, html }: Written): void {
  expect(subject).not.toMatch(/\p{Cc}|\u202E|\u2028/u);
  expect(html).not.toContain('<script');
  expect(text).not.toMatch(/^Bcc:/m);
  for (const part of [text, html]) expect(part).not.toMatch(/(?!\n)\p{Cc}|\u202E|\u2028/u);
}

describe('a mail to the filer', () => {
  it.each(inEvery(filerTemplates))('%s %s says everything twice over', (language, template) => {
    const written = writeToFiler(template, fullFiler, language);
    expectWhole(written);
    expect(written.subject).toContain(fullFiler.code);
    expect(written.text).toContain(fullFiler.url);
    expect(written.html).toContain(`href="${fullFiler.url}"`);
    expectWhole(writeToFiler(template, bareFiler, language));
  });

  it.each(inEvery(filerTemplates))(
    '%s %s keeps what people wrote in its place',
    (language, name) => {
      const answer = { finding: evil, done: evil, basis: evil };
      const model = { ...fullFiler, category: evil, agency: evil, text: evil, answer };
      const written = writeToFiler(name, model, language);
      expectHarmless(written);
      expect(written.subject).toBe(writeToFiler(name, fullFiler, language).subject);
    },
  );

  it.each(languages)('%s tells what each occasion is about', (language) => {
    const text = (name: (typeof filerTemplates)[number]) =>
      writeToFiler(name, fullFiler, language).text;
    expect(text('received')).toContain(fullFiler.promise);
    expect(text('forwarded')).toContain('EVN Hà Nội');
    expect(text('question')).toContain('> Nhà bạn ở số mấy?\n> Xin ghi rõ.');
    expect(text('question')).toContain(fullFiler.replyBy);
    expect(text('result')).toContain('> Đã thay cầu chì.');
    expect(text('result')).toContain(fullFiler.confirmBy);
    expect(text('late')).toContain(fullFiler.newDate);
    expect(text('late')).toMatch(/xin lỗi|sorry/);
    expect(text('rejected')).toContain('> Nhà bạn');
  });

  it('tells two silences apart', () => {
    const closed = (afterResult: boolean) =>
      writeToFiler('closed', { ...fullFiler, afterResult }, 'vi').text;
    expect(closed(true)).toContain('đã có kết quả');
    expect(closed(false)).toContain('chưa nhận được thông tin bổ sung');
  });
});

describe('a mail to staff', () => {
  it.each(inEvery(staffTemplates))('%s %s says everything twice over', (language, template) => {
    const written = writeToStaff(template, fullStaff, language);
    expectWhole(written);
    expect(written.subject).toContain('#1a2b3c4d: Mất điện đột xuất');
    // Who has lost the case cannot open it.
    if (!['staff_decided_elsewhere', 'staff_part_withdrawn'].includes(template))
      expect(written.text).toContain(fullStaff.url);
    expectWhole(writeToStaff(template, bareStaff, language));
  });

  it.each(inEvery(staffTemplates))(
    '%s %s keeps what people wrote in its place',
    (language, name) => {
      expectHarmless(writeToStaff(name, { ...fullStaff, category: evil, text: evil }, language));
    },
  );

  it.each(inEvery(['staff_warned', 'staff_breached', 'staff_escalated'] as const))(
    '%s %s names the deadline',
    (language, template) => {
      const { subject, text } = writeToStaff(template, fullStaff, language);
      expect(subject).toMatch(/giải quyết|resolution/);
      expect(text).toContain(fullStaff.dueAt);
    },
  );
});

describe('a mail about many cases', () => {
  const lines = Array.from({ length: 3 }, (_, at) => ({
    label: `Quá hạn giải quyết #1a2b3c4${at}: Mất điện`,
    url: `https://dm.example/api/cases/${at}`,
  }));
  const model = { center: 'Trung tâm', at: 'thứ Ba 10/03/2026, 07:30', count: 5, lines, more: 2 };

  it.each(inEvery(['staff_digest', 'morning'] as const))(
    '%s %s has a line for each, and says how many there are',
    (language, name) => {
      const written = writeSummary(name, model, language);
      expectWhole(written);
      expect(written.subject).toContain('5');
      for (const { label, url } of lines) expect(written.text).toContain(`${label}: ${url}`);
      expect(written.text).toMatch(/Và 2 việc khác|And 2 more/);
      expectHarmless(
        writeSummary(name, { ...model, lines: [{ label: evil, url: '#' }] }, language),
      );
    },
  );
});

describe('how late something is', () => {
  it.each([
    [59, 'trễ 59 phút', '59 minutes late'],
    [60, 'trễ 1 giờ', '1 hour late'],
    [3 * 1440 + 125, 'trễ 3 ngày 2 giờ', '3 days 2 hours late'],
    [1440, 'trễ 1 ngày', '1 day late'],
    [0, 'trễ 0 phút', '0 minutes late'],
  ])('%i minutes', (minutes, vi, en) => {
    expect([lateWords(minutes, 'vi'), lateWords(minutes, 'en')]).toEqual([vi, en]);
  });
});

describe('a mail about an account', () => {
  const both = ['staff_password_reset', 'staff_welcome'] as const;

  it.each(inEvery(both))('%s %s brings the link and until when it is good', (language, name) => {
    const url = 'https://dm.example/reset#token';
    const validUntil = 'thứ Ba 10/03/2026, 09:30';
    const model = { center: 'Trung tâm', login: 'can.bo.moi', url, validUntil };
    const written = writeToAccount(name, model, language);
    expectWhole(written);
    expect(written.text).toContain(url);
    expect(written.html).toContain(`href="${url}"`);
    expect(written.text).toContain(model.validUntil);
  });
});

describe('a moment', () => {
  it.each([
    ['2026-11-26T09:00:00Z', 'thứ Năm 26/11/2026, 16:00', 'Thursday 26/11/2026, 16:00'],
    ['2026-12-31T17:00:00Z', 'thứ Sáu 01/01/2027, 00:00', 'Friday 01/01/2027, 00:00'],
    ['2028-02-28T17:05:00Z', 'thứ Ba 29/02/2028, 00:05', 'Tuesday 29/02/2028, 00:05'],
    ['2026-11-22T02:00:00Z', 'Chủ nhật 22/11/2026, 09:00', 'Sunday 22/11/2026, 09:00'],
  ])('%s is written in the zone of the city', (at, vi, en) => {
    expect(writeMoment(new Date(at), 'vi', 'Asia/Ho_Chi_Minh')).toBe(vi);
    expect(writeMoment(new Date(at), 'en', 'Asia/Ho_Chi_Minh')).toBe(en);
  });
});

describe('the language', () => {
  it('is Vietnamese unless English was asked for', () => {
    expect(['en', 'vi', 'fr', '', null].map(languageOf)).toEqual(['en', 'vi', 'vi', 'vi', 'vi']);
  });
});
