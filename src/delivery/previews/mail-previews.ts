import { Inject, Injectable } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import { filerTemplates, staffTemplates } from '../../complaints/notices/templates.js';
import { PASSWORD_RESET, WELCOME } from '../../people/reset-tokens.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Language } from '../../platform/moment.js';
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
import type { MailTemplateItem, MailTemplateView } from './previews.dto.js';
import { samplesIn } from './samples.js';

type Samples = ReturnType<typeof samplesIn>;
type Writer = (samples: Samples, language: Language) => Written;
type Entry = [name: string, audience: MailTemplateItem['audience'], write: Writer];

const entries: Entry[] = [
  ...filerTemplates.map((name): Entry => [
    name,
    'filer',
    ({ filer }, language) => writeToFiler(name, filer, language),
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
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(): MailTemplateItem[] {
    return entries.map(([name, audience, write]) => {
      const subject = (language: Language) => write(this.samples(language), language).subject;
      return { name, audience, subject: { vi: subject('vi'), en: subject('en') } };
    });
  }

  /** @throws not_found */
  view(name: string): MailTemplateView {
    const found = entries.find(([one]) => one === name);
    if (!found) throw new DomainError('not_found');
    const [, audience, write] = found;
    const [vi, en] = (['vi', 'en'] as const).map((one) => write(this.samples(one), one));
    return {
      name,
      audience,
      subject: { vi: vi!.subject, en: en!.subject },
      text: { vi: vi!.text, en: en!.text },
    };
  }

  private samples(language: Language): Samples {
    const { center, hotline } = this.city.card;
    const { publicUrl } = this.config;
    return samplesIn(language, { center: center.name[language], hotline, publicUrl });
  }
}
