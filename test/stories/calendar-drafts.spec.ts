import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarSpec } from '#working-time';
import type { Api } from '../world/api.js';
import { World } from '../world/world.js';
import { cityOf, draftOf, importDays } from './support/calendars.js';

let world: World;
let admin: Api;
let supervisor: Api;

beforeAll(async () => {
  world = await World.start();
  admin = await world.as('quan.tri');
  supervisor = await world.supervisor();
}, 60_000);
afterAll(() => world.stop());

const DAYS = 'date,kind,reason\n2026-12-31,off,Kiểm kê\n';

describe('a table of days', () => {
  it('is taken whole or not at all, with what is wrong in each line', async () => {
    const draft = await draftOf(admin, 'calendars');
    const csv = [
      'Ngày,Loại,Lý do,Văn bản,Buổi',
      '24/11/2026,nghỉ,Ngày Văn hóa Việt Nam,,',
      '30/02/2026,nghỉ,Không có,,',
      '2026-12-30,holiday,Sai loại,,',
      '2026-12-31,half,,,chiều',
      '24/11/2026,work,Lặp,,',
    ].join('\n');
    const { body } = await importDays(admin, draft, csv).expect(400);
    expect(body.errors).toMatchObject([
      { field: 'csv.3', code: 'date', vi: expect.stringContaining('Dòng 3') },
      { field: 'csv.4', code: 'kind', en: expect.stringContaining('Line 4') },
      { field: 'csv.5', code: 'reason' },
      { field: 'csv.6', code: 'named_twice' },
    ]);
    expect((await admin.get(`/api/drafts/${draft.id}`)).body.version).toBe(draft.version);

    const good = 'ngày,loại,lý do,buổi\n31/12/2026,nửa ngày,Kiểm kê,chiều\n';
    const { body: changed } = await importDays(admin, draft, good).expect(200);
    const office = (changed.definition as CalendarSpec[]).find(({ code }) => code === 'office');
    expect(office?.days.at(-1)).toEqual({
      date: '2026-12-31',
      kind: 'half',
      part: 'afternoon',
      reason: { vi: 'Kiểm kê', en: 'Half day' },
    });
    const { body: checked } = await admin.get(`/api/drafts/${draft.id}/check`).expect(200);
    expect(checked.findings).toMatchObject([
      { level: 'warning', code: 'day.without_document' },
      { level: 'warning', code: 'day.without_document' },
    ]);
  });

  it('cannot spoil a calendar that clocks run in', async () => {
    const { calendars } = cityOf(world).data;
    const broken = [
      { ...calendars[0], kind: 'continuous' },
      { ...calendars[1], weeks: [] },
    ];
    const draft = await draftOf(admin, 'calendars', broken);
    const { body } = await admin.get(`/api/drafts/${draft.id}/check`).expect(200);
    expect(body.findings.map(({ code }: { code: string }) => code)).toEqual([
      'calendar.invalid',
      'calendar.kind',
      'calendar.missing',
    ]);
    const refused = await admin.get(`/api/drafts/${draft.id}/moves`).expect(422);
    expect(refused.body.code).toBe('draft.faulty');
  });
});

describe('who', () => {
  it('edits is the administrator; supervisor and leader look, the others see nothing', async () => {
    const draft = await draftOf(admin, 'calendars');
    const leader = await world.as('lanh.dao');
    for (const path of [`/api/drafts/${draft.id}/moves`, '/api/recalculations']) {
      await leader.get(path).expect(200);
      await supervisor.get(path).expect(200);
      await (await world.operator()).get(path).expect(403);
      await (await world.head('HAPULICO')).get(path).expect(403);
    }
    await importDays(supervisor, draft, DAYS).expect(403);
  });
});
