import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { City } from '../../../catalog/city.js';
import type { TrackedComplaint } from '../../../complaints/dto/tracking.dto.js';
import { proofAsked } from '../../../intake/person/proof-asked.js';
import { RightRequests } from '../../../intake/person/right-requests.js';
import type { RightUsed } from '../../../intake/person/rights.dto.js';
import type { Problem } from '../../../platform/errors/problem.js';
import type { Visit } from '../../site/visit.js';
import { CitizenPages } from '../citizen-pages.js';
import type { FormState, Typed } from '../parts/fields.js';
import { Ask, openTo } from './ask.js';
import { Copy } from './copy.js';
import { Done } from './done.js';
import { plainProblem } from './forms.dto.js';
import { Rights } from './rights.js';
import { Use } from './use.js';
import { rightsWords as w, type Askable } from './words.js';

interface Shown {
  code: string;
  /** Absent where it cannot be read just now. */
  view?: TrackedComplaint | undefined;
  /** Chosen already: the digits are asked for. */
  right?: Askable | undefined;
  used?: RightUsed;
  typed?: Typed;
  wrong?: Problem;
}

/** Draws the page of rights at each of its steps. */
@Injectable()
export class RightsPages {
  constructor(
    private readonly pages: CitizenPages,
    private readonly requests: RightRequests,
    private readonly city: City,
  ) {}

  async draw(visit: Visit, reply: FastifyReply, shown: Shown): Promise<string> {
    const { language } = visit;
    const { code, view } = shown;
    const { timeZone } = this.city.card;
    const wrong = shown.wrong && plainProblem(shown.wrong);
    const title = `${w.title[language]} · ${code}`;
    return this.pages.draw(visit, reply, {
      title,
      here: 'follow',
      unlisted: true,
      islands: ['follow.ts'],
      body: (
        <Rights
          code={code}
          requests={view ? await this.requests.of(code) : []}
          restricted={view?.restricted ?? false}
          wrong={wrong}
          language={language}
          timeZone={timeZone}
        >
          {this.step(visit, { ...shown, ...(wrong && { wrong }) })}
        </Rights>
      ),
    });
  }

  private step({ language }: Visit, { code, view, right, used, typed, wrong }: Shown) {
    const { card } = this.city;
    const { timeZone } = card;
    const open = openTo(view);
    const state: FormState = {
      form: 'rights',
      language,
      typed: typed ?? new Map(),
      errors: wrong?.errors ?? [],
    };
    if (used && right)
      return (
        <>
          <Done right={right} used={used} language={language} timeZone={timeZone} />
          {used.data && (
            <Copy
              code={code}
              data={used.data}
              questions={this.city.category(used.data.category)?.questions ?? []}
              ward={this.city.area(used.data.place.ward)?.name[language] ?? null}
              language={language}
              timeZone={timeZone}
            />
          )}
        </>
      );
    if (open.length === 0) return <p class="card">{w.none[language]}</p>;
    if (right && open.includes(right))
      return <Use code={code} state={state} right={right} sent={proofAsked(card.hotline)} />;
    return <Ask code={code} state={state} open={open} card={card} />;
  }
}
