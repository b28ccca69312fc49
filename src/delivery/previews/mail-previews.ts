import { Inject, Injectable } from '@nestjs/common';
import { mailTextFaults } from '#catalog';
import type { Words } from '#lifecycle';
import type { MailText } from '../../catalog/city-data.js';
import { City } from '../../catalog/city.js';
import { filerTemplates, staffTemplates } from '../../complaints/notices/templates.js';
import { PASSWORD_RESET, WELCOME } from '../../people/reset-tokens.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { DomainError, type FieldError } from '../../platform/errors/domain-error.js';
import type { Language } from '../../platform/moment.js';
import { MailDrafts } from '../mail-drafts.js';
import { MORNING, STAFF_DIGEST } from '../summaries.js';
import { WEBHOOK_PAUSED } from '../webhooks/receiver-mails.js';
import type { Written } from '../templates/render.js';
import {
  writeSummary,
  writeToAccount,
  writeToAdministrator,
  writeToFiler,
  writeToStaff,
} from '../templates/write.js';
import type { MailTemplateItem, MailTemplateView, MailWords } from './previews.dto.js';
import { samplesIn } from './samples.js';

type Samples = ReturnType<typeof samplesIn>;
type Writer = (samples: Samples, language: Language, changed?: MailText) => Written;
type Entry = [name: string, audience: MailTemplateItem['audience'], write: Writer];

const entries: Entry[] = [
  ...filerTemplates.map((name): Entry => [
    name,
    'filer',
    ({ filer }, language, changed) => writeToFiler(name, filer, language, changed),
  ]),
  ...staffTemplates.map((name): Entry => [
    name,
    'staff',
    ({ staff }, language) => writeToStaff(name, staff, language),
  ]),
  ...([STAFF_DIGEST, MORNING] as const).map((name): Entry => [
    name,
    'summary',
    ({ summary }, language) => writeSummary(name, summary, language),
  ]),
  ...([PASSWORD_RESET, WELCOME] as const).map((name): Entry => [
    name,
    'account',
    ({ account }, language) => writeToAccount(name, account, language),
  ]),
  [
    WEBHOOK_PAUSED,
    'account',
    ({ administrator }, language) => writeToAdministrator(WEBHOOK_PAUSED, administrator, language),
  ],
];

/** What each mail says, of a case that never was. */
@Injectable()
export class MailPreviews {
  constructor(
    private readonly city: City,
    private readonly texts: MailDrafts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(): MailTemplateItem[] {
    return entries.map(([name, audience, write]) => {
      const changed = this.texts.textOf(name);
      const subject = (language: Language) =>
        write(this.samples(language), language, changed).subject;
      return {
        name,
        audience,
        subject: { vi: subject('vi'), en: subject('en') },
        isChangeable: this.texts.known.has(name),
      };
    });
  }

  /** @throws not_found */
  view(name: string): MailTemplateView {
    const { audience, vi, en } = this.written(name, this.texts.textOf(name));
    const known = this.texts.known.get(name);
    return {
      name,
      audience,
      subject: { vi: vi.subject, en: en.subject },
      text: { vi: vi.text, en: en.text },
      isChangeable: known !== undefined,
      isChanged: this.texts.textOf(name) !== undefined,
      values: [...(known?.values ?? [])],
      delivered: known
        ? {
            subject: { vi: known.delivered.vi.subject, en: known.delivered.en.subject },
            text: { vi: known.delivered.vi.text, en: known.delivered.en.text },
          }
        : null,
    };
  }

  /** What a mail would say in other words. @throws not_found, draft.faulty */
  preview(name: string, words: { subject: Words; text: Words }): MailWords {
    const changed = { code: name, ...words };
    const faults = mailTextFaults([changed], this.texts.known);
    if (faults.length > 0)
      throw new DomainError(
        'draft.faulty',
        faults.map(({ field, code, detail }): FieldError => ({ field, code, ...detail })),
      );
    const { vi, en } = this.written(name, changed);
    return { subject: { vi: vi.subject, en: en.subject }, text: { vi: vi.text, en: en.text } };
  }

  private written(name: string, changed: MailText | undefined) {
    const found = entries.find(([one]) => one === name);
    if (!found) throw new DomainError('not_found');
    const [, audience, write] = found;
    const inOne = (language: Language) => write(this.samples(language), language, changed);
    return { audience, vi: inOne('vi'), en: inOne('en') };
  }

  private samples(language: Language): Samples {
    const { center, hotline } = this.city.card;
    const { publicUrl } = this.config;
    return samplesIn(language, { center: center.name[language], hotline, publicUrl });
  }
}
