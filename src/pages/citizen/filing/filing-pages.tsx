import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { FileComplaint } from '../../../intake/dto.js';
import type { FieldError } from '../../../platform/errors/domain-error.js';
import { problemOf, retryAfterOf } from '../../../platform/errors/problem.js';
import type { Visit } from '../../site/visit.js';
import { CitizenPages } from '../citizen-pages.js';
import type { FormState, Typed } from '../parts/fields.js';
import { Diverted, type DivertedProps } from './diverted.js';
import { FilingDesk } from './filing-desk.js';
import { FilingPage } from './filing-page.js';
import { plainErrors } from './plain-errors.js';
import { sheetOf } from './fields.js';
import { answerField, filingOf } from './form.js';
import { Place } from './steps/place.js';
import { Say } from './steps/say.js';
import { Send } from './steps/send.js';
import { filingWords as w, stepTitles, type Step } from './words.js';

interface Shown {
  step: Step;
  typed: Typed;
  errors?: readonly FieldError[];
  lead?: string | undefined;
}

const fieldsOf: Record<Step, readonly string[]> = {
  say: ['text'],
  place: ['category', 'address', 'ward', 'lat', 'lon'],
  send: ['name', 'phone', 'email', 'type', 'joins', 'token', 'answer'],
};

const shownAs: readonly string[] = ['filing.diverted', 'filing.question'];

/** Draws the pages of a filing from what was typed so far. */
@Injectable()
export class FilingPages {
  constructor(
    private readonly pages: CitizenPages,
    private readonly desk: FilingDesk,
  ) {}

  /** The filing that the fields make, not yet held against anything. */
  filing(typed: Typed, { language }: Visit): FileComplaint {
    const category = (code: string) => this.desk.category(code);
    const filing = filingOf(typed, { category, timeZone: this.desk.timeZone, language });
    return filing as unknown as FileComplaint;
  }

  async draw(visit: Visit, reply: FastifyReply, { step, typed, errors = [], lead }: Shown) {
    const { language } = visit;
    const keyed = new Map([['key', randomUUID()], ...typed]);
    const filing = this.filing(keyed, visit);
    const sheet = sheetOf(language, keyed, errors);
    const text = filing.text ?? '';
    const questions = this.desk.category(filing.category)?.questions ?? [];
    const asked = step === 'send' ? questions.map(({ key }) => answerField(key)) : [];
    const own = new Set([...fieldsOf[step], ...asked]);
    const page = (
      <FilingPage
        sheet={sheet}
        step={step}
        lead={lead}
        emergencies={text === '' ? [] : this.desk.emergencies({ ...filing, text })}
        own={(name) => own.has(name)}
      >
        {await this.fields(step, { ...filing, text }, sheet)}
      </FilingPage>
    );
    const body =
      step === 'say' ? (
        <div id="filing-root" data-facts={`/file/facts.json?lang=${language}`}>
          {page}
        </div>
      ) : (
        page
      );
    const title = `${stepTitles[step][language]} · ${w.title[language]}`;
    // The page with script goes its own way from the first step; later steps are of those without.
    const islands = step === 'say' ? ['filing.tsx'] : [];
    return this.pages.draw(visit, reply, { title, here: 'file', islands, body });
  }

  private async fields(step: Step, filing: FileComplaint, sheet: FormState) {
    const { language, typed } = sheet;
    const { text } = filing;
    if (step === 'say') return <Say sheet={sheet} />;
    if (step === 'place') {
      const suggested = this.desk.suggested(text, filing.category, language);
      const [groups, wards] = [this.desk.groups(language), this.desk.wards(language)];
      const chosen = new Map([['category', this.desk.likely(text) ?? ''], ...typed]);
      return (
        <Place
          sheet={{ ...sheet, typed: chosen }}
          suggested={suggested}
          groups={groups}
          wards={wards}
        />
      );
    }
    return (
      <Send
        sheet={sheet}
        category={this.desk.category(filing.category)}
        place={this.desk.placeWords(filing, language)}
        neighbours={await this.desk.near(filing)}
        question={this.desk.question()}
        privacy={this.desk.privacyOf(filing.category)}
        timeZone={this.desk.timeZone}
      />
    );
  }

  /** What was refused, with all that was typed: where it belongs instead, or what is to be mended. */
  refused(visit: Visit, reply: FastifyReply, shown: Shown, error: unknown) {
    const wrong = problemOf(error);
    void reply.status(wrong.status);
    const wait = retryAfterOf(wrong);
    if (wait !== undefined) void reply.header('retry-after', String(wait));
    const { language } = visit;
    if (!shownAs.includes(wrong.code)) {
      const { category } = this.filing(shown.typed, visit);
      const errors = plainErrors(wrong.errors ?? [], this.desk.category(category));
      const lead = errors.length > 0 ? undefined : wrong.detail[language];
      return this.draw(visit, reply, { ...shown, errors, lead });
    }
    const { guidance, because, question, final } = wrong as unknown as DivertedProps & {
      final?: boolean;
    };
    const sheet = sheetOf(language, shown.typed);
    return this.pages.draw(visit, reply, {
      title: (question ?? guidance.title)[language],
      here: 'file',
      body: (
        <Diverted
          sheet={sheet}
          guidance={guidance}
          because={because}
          question={question ?? null}
          asReport={final === false}
        />
      ),
    });
  }
}
