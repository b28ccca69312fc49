import { judge, Recogniser, type Guidance, type Procedure, type Verdict } from '#diversion';
import type { Words } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { City } from '../catalog/city.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Arrived } from './attachment-store.js';
import { DiversionCounts } from './diversion-counts.js';
import type { FileComplaint } from './dto.js';

// A text has 4,000 characters at most, and what the answers add beyond this will be refused anyhow.
const MAX_READ = 8000;

/** What of a filing is read for it. */
type Spoken = Pick<FileComplaint, 'text' | 'answers' | 'category' | 'declared'>;

/** What a text would be told when it is filed. */
export interface Foreseen {
  does: 'ask' | 'divert';
  procedure: Procedure;
  because: Words | null;
  guidance: Guidance;
}

const answersIn = ({ answers = {} }: Spoken) =>
  Object.values(answers).filter((value) => typeof value === 'string');

/** Groups of the rules that hold by what comes with the words. */
const signalsOf = ({ answers = {} }: Spoken, files: Arrived[]) => [
  ...(files.length > 0 ? ['evidence'] : []),
  ...(answers['official'] ? ['named'] : []),
];

/** Stops a khiếu nại or tố cáo before anything of it is stored. */
@Injectable()
export class Diversion {
  private readonly recogniser: Recogniser;

  constructor(
    private readonly city: City,
    private readonly counts: DiversionCounts,
  ) {
    this.recogniser = new Recogniser(city.data.diversion);
  }

  /**
   * Lets a filing pass that the center may handle.
   * @throws filing.diverted with the guidance, or filing.question for the filer to say what it is
   */
  async check(complaint: FileComplaint, files: Arrived[], channel: string): Promise<void> {
    const { found, verdict } = this.judged(complaint, files);
    if (verdict.do === 'accept') return;
    if (verdict.do === 'divert') await this.counts.add(verdict, channel);
    throw this.problemOf(verdict, found?.because ?? null);
  }

  /** What would be said of a text that is still being written; counts nothing. Null: it may be filed. */
  foresee(complaint: Spoken): Foreseen | null {
    const { found, verdict } = this.judged(complaint, []);
    if (verdict.do === 'accept') return null;
    const { procedure } = verdict;
    const guidance = this.city.data.diversion.guidance[procedure];
    return { does: verdict.do, procedure, because: found?.because ?? null, guidance };
  }

  private judged(complaint: Spoken, files: Arrived[]) {
    const read = [complaint.text, ...answersIn(complaint)].join('\n').slice(0, MAX_READ);
    const found = this.recogniser.recognise(read, signalsOf(complaint, files));
    const asks = this.city.category(complaint.category ?? null)?.privacy === 'DENUNCIATION_CHECK';
    return { found, verdict: judge(found, complaint.declared ?? null, asks) };
  }

  private problemOf(
    verdict: Exclude<Verdict, { do: 'accept' }>,
    because: { vi: string; en: string } | null,
  ): DomainError {
    const { guidance, question, choices } = this.city.data.diversion;
    const { procedure } = verdict;
    const told = { procedure, because, guidance: guidance[procedure] };
    return verdict.do === 'divert'
      ? new DomainError('filing.diverted', [], { ...told, final: verdict.final })
      : new DomainError('filing.question', [], { ...told, question: { ...question, choices } });
  }
}
