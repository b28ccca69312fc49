import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DraftView } from '../../src/catalog/publishing/drafts.dto.js';
import type { MailTemplateView, MailWords } from '../../src/delivery/previews/previews.dto.js';
import type { Api } from '../world/api.js';
import { streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';

let world: World;
let admin: Api;

beforeAll(async () => {
  world = await World.start();
  admin = await world.as('quan.tri');
}, 60_000);
afterAll(() => world.stop());

const NAME = 'received';
const seen = async () =>
  (await admin.get(`/api/mail-templates/${NAME}`).expect(200)).body as MailTemplateView;

async function publish(definition: unknown) {
  const made = await admin
    .post('/api/drafts', { kind: 'mail_texts', title: 'Lời thư', definition } as never)
    .expect(201);
  const { id, version } = made.body as DraftView;
  return admin
    .post(`/api/drafts/${id}/publish`, { document: '22/QĐ-TT' })
    .set('if-match', `"${version}"`);
}

/** The mail that says that a filing was received. */
async function received(language: 'vi' | 'en') {
  const filer = { name: 'An', email: `${language}@filer.example` };
  const { code } = await world.anyone.files(streetLight({ language, filer }));
  await world.deliver();
  const [mail] = await world.behind.query<{ subject: string; text: string; html: string }[]>(
    `select subject, text, html from kept_mail where "to" = $1 and text like '%' || $2 || '%'
     order by id limit 1`,
    [filer.email, code],
  );
  return { code, ...mail! };
}

const own = (delivered: MailWords): MailWords => ({
  subject: { vi: 'Trung tâm đã nhận việc {code}', en: 'We hold your report {code}' },
  text: {
    vi: `{center} chào bạn.\n\nCần hỏi xin gọi {hotline}.\n\n{facts}\n\n{link}`,
    en: delivered.text.en.replace('{facts}', 'Call {hotline}.\n\n{facts}'),
  },
});

describe('the words of a mail', () => {
  it('are refused where they name what nobody fills, or leave out what the mail is for', async () => {
    const { delivered, isChanged, values } = await seen();
    expect(isChanged).toBe(false);
    expect(values).toContain('hotline');
    const { subject, text } = own(delivered!);
    const wrong = {
      code: NAME,
      subject: { ...subject, en: 'We hold your report' },
      text: { ...text, vi: `${text.vi} {personCode}`.replace('{facts}', '') },
    };
    const faults = (await publish([wrong])).body.errors as { field: string; code: string }[];
    expect(faults.map(({ field, code }) => `${field} ${code}`)).toEqual(
      expect.arrayContaining([
        'received.subject.en placeholder-missing',
        'received.text.vi unknown-placeholder',
        'received.text.vi placeholder-missing',
        'received.text.vi part-alone',
      ]),
    );
    const kept = await publish([{ ...wrong, code: 'person_code' }]);
    expect(kept.body.errors[0]).toMatchObject({ code: 'unknown-mail' });
    await admin
      .post(`/api/mail-templates/${NAME}/preview`, { subject: wrong.subject, text: wrong.text })
      .expect(422);
    const operator = await world.operator();
    await operator.post(`/api/mail-templates/${NAME}/preview`, { subject, text }).expect(403);
  });

  it('are seen beforehand, and in the next mail once published, in both languages', async () => {
    const words = own((await seen()).delivered!);
    const { body } = await admin
      .post(`/api/mail-templates/${NAME}/preview`, { ...words })
      .expect(200);
    expect(body.subject.vi).toMatch(/^Trung tâm đã nhận việc AAAA/);
    expect(body.text.en).toMatch(/Call [\d ]+\./);
    expect((await publish([{ code: NAME, ...words }])).status).toBe(200);

    const vi = await received('vi');
    expect(vi.subject).toBe(`Trung tâm đã nhận việc ${vi.code}`);
    expect(vi.text).toMatch(/Cần hỏi xin gọi [\d ]+\./);
    expect(vi.text).toContain(`/follow/`);
    expect(vi.html).toContain('Cần hỏi xin gọi');
    const en = await received('en');
    expect(en.subject).toBe(`We hold your report ${en.code}`);
    expect(en.text).toMatch(/Call [\d ]+\./);
    expect((await seen()).isChanged).toBe(true);
  });

  it('go back to what was delivered', async () => {
    expect((await publish([])).status).toBe(200);
    const { code, subject } = await received('vi');
    expect(subject).toBe(`Đã tiếp nhận phản ánh ${code}`);
    expect((await seen()).isChanged).toBe(false);
  });
});
