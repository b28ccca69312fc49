import type { MailText } from '../../catalog/city-data.js';
import { inOwnWords } from './changed.js';
import { en } from './en.js';
import type { Letter } from './letter.js';
import type {
  AccountModel,
  AccountTemplate,
  AdministratorModel,
  AdministratorTemplate,
  FilerModel,
  FilerTemplate,
  Letters,
  StaffModel,
  StaffTemplate,
  SummaryModel,
  SummaryTemplate,
} from './model.js';
import type { Language } from '../../platform/moment.js';
import { render, type Written } from './render.js';
import { vi } from './vi.js';

const letters: Record<Language, Letters> = { vi, en };

/** The language that mails are written in: English where it was asked for, else Vietnamese. */
export const languageOf = (asked: string | null): Language => (asked === 'en' ? 'en' : 'vi');

/** A letter to a filer as it was delivered with the program. */
export const letterToFiler = (
  template: FilerTemplate,
  model: FilerModel,
  language: Language,
): Letter => letters[language].filer[template](model);

export function writeToFiler(
  template: FilerTemplate,
  model: FilerModel,
  language: Language,
  changed?: MailText,
): Written {
  const letter = letterToFiler(template, model, language);
  const { filerFoot } = letters[language];
  return render(inOwnWords(letter, changed, model, language), filerFoot(model), language);
}

export function writeToStaff(
  template: StaffTemplate,
  model: StaffModel,
  language: Language,
): Written {
  const { staff, staffFoot } = letters[language];
  return render(staff[template](model), staffFoot(model), language);
}

/** What the subject of a letter to staff says: never anybody's own words. */
export function subjectOf(template: StaffTemplate, model: StaffModel, language: Language): string {
  return letters[language].staff[template](model).subject;
}

export function writeSummary(
  template: SummaryTemplate,
  model: SummaryModel,
  language: Language,
): Written {
  const { summary, summaryFoot } = letters[language];
  return render(summary[template](model), summaryFoot(model), language);
}

export function writeToAccount(
  template: AccountTemplate,
  model: AccountModel,
  language: Language,
): Written {
  const { account, accountFoot } = letters[language];
  return render(account[template](model), accountFoot(model), language);
}

export function writeToAdministrator(
  template: AdministratorTemplate,
  model: AdministratorModel,
  language: Language,
): Written {
  const { administrator, accountFoot } = letters[language];
  return render(administrator[template](model), accountFoot(model), language);
}
