import { mailTextFaults, type KnownMail } from '#catalog';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { City } from '../catalog/city.js';
import { DraftKinds } from '../catalog/publishing/draft-kinds.js';
import { filerTemplates } from '../complaints/notices/templates.js';
import type { Language } from '../platform/moment.js';
import { samplesIn } from './previews/samples.js';
import { asText, isChangeable, mailValues } from './templates/changed.js';
import type { FilerModel, FilerTemplate } from './templates/model.js';
import { letterToFiler } from './templates/write.js';

/** Texts of mails to filers are edited as drafts. */
@Injectable()
export class MailDrafts implements OnModuleInit {
  readonly known: ReadonlyMap<string, KnownMail> = new Map(
    filerTemplates
      .filter(isChangeable)
      .map((name) => [
        name,
        { values: mailValues, delivered: { vi: delivered(name, 'vi'), en: delivered(name, 'en') } },
      ]),
  );

  constructor(
    private readonly kinds: DraftKinds,
    private readonly city: City,
  ) {}

  onModuleInit(): void {
    this.kinds.add({
      kind: 'mail_texts',
      check: (definition) =>
        mailTextFaults(definition, this.known).map((one) => ({ level: 'fault', ...one })),
    });
  }

  /** The changed text of a mail that is in force. */
  textOf(name: string) {
    return this.city.data.mail_texts.find(({ code }) => code === name);
  }
}

/** As it was delivered, with names in braces where values come. */
function delivered(name: FilerTemplate, language: Language) {
  const office = { center: '{center}', hotline: '{hotline}', publicUrl: '' };
  const { filer } = samplesIn(language, office);
  const named = Object.fromEntries(mailValues.map((value) => [value, `{${value}}`]));
  return asText(letterToFiler(name, { ...filer, ...named } as FilerModel, language));
}
