import { procedures, type Procedure } from '#diversion';
import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, ApiResponse, getSchemaPath, OmitType } from '@nestjs/swagger';
import { PROBLEM_TYPE, ProblemView, WordsView } from '../platform/http/api.js';
import { DayField } from '../platform/http/fields.js';

export const declarations = ['report', ...procedures] as const;
export type Declaration = (typeof declarations)[number];

class ReceiverView {
  @ApiProperty({ type: WordsView })
  name: WordsView;

  @ApiProperty({ type: WordsView, nullable: true })
  address: WordsView | null;

  @ApiProperty({ type: String, nullable: true })
  phone: string | null;

  @ApiProperty({ type: WordsView, description: 'What to make sure of before going there.' })
  check: WordsView;
}

class TimeLimitView {
  @ApiProperty({ type: WordsView })
  what: WordsView;

  @ApiProperty({ type: WordsView })
  limit: WordsView;

  @ApiProperty({ type: WordsView, description: 'The law and its article.' })
  basis: WordsView;
}

export class GuidanceView {
  @ApiProperty({ type: WordsView })
  title: WordsView;

  @ApiProperty({ type: WordsView })
  text: WordsView;

  @ApiProperty({ type: WordsView })
  form: WordsView;

  @ApiProperty({ type: WordsView })
  identity: WordsView;

  @ApiProperty({ type: WordsView, description: 'What the center can do.' })
  instead: WordsView;

  @ApiProperty({ type: [ReceiverView] })
  where: ReceiverView[];

  @ApiProperty({ type: [TimeLimitView] })
  limits: TimeLimitView[];
}

class DeclarationChoice {
  @ApiProperty({ enum: declarations })
  value: Declaration;

  @ApiProperty({ type: WordsView })
  label: WordsView;
}

class DeclarationQuestion extends WordsView {
  @ApiProperty({ type: [DeclarationChoice] })
  choices: DeclarationChoice[];
}

// A question of another kind than that of a proof.
class GuidedProblem extends OmitType(ProblemView, ['question']) {
  @ApiProperty({ enum: procedures })
  procedure: Procedure;

  @ApiProperty({ type: WordsView, nullable: true, description: 'What it was recognised by.' })
  because: WordsView | null;

  @ApiProperty({ type: GuidanceView })
  guidance: GuidanceView;
}

class DivertedProblem extends GuidedProblem {
  @ApiProperty({
    description: 'False: the same filing with `declared: "report"` is taken in after all.',
  })
  final: boolean;
}

class QuestionProblem extends GuidedProblem {
  @ApiProperty({ type: DeclarationQuestion })
  question: DeclarationQuestion;
}

const problemOf = (...types: Type[]) => ({
  [PROBLEM_TYPE]: { schema: { oneOf: types.map((type) => ({ $ref: getSchemaPath(type) })) } },
});

/** Documents how a filing is diverted, or asked about. */
export const ApiDiversion = () =>
  applyDecorators(
    ApiExtraModels(DivertedProblem, QuestionProblem),
    ApiResponse({
      status: 409,
      description:
        '`filing.question`: it may be a formal complaint or a denunciation. Repeat it with `declared`; nothing was kept.',
      content: problemOf(QuestionProblem),
    }),
    ApiResponse({
      status: 422,
      description:
        '`filing.diverted`: a formal complaint or denunciation, with where and how to file it; nothing was kept. Or the Idempotency-Key was used for another request.',
      content: problemOf(DivertedProblem, ProblemView),
    }),
  );

export class ListDiversions {
  @DayField('30 days before `to` when absent.')
  from?: string;

  @DayField('Today when absent.')
  to?: string;
}

export class DiversionCount {
  @ApiProperty({ format: 'date' })
  day: string;

  @ApiProperty({ enum: procedures })
  procedure: Procedure;

  @ApiProperty({ example: 'web' })
  channel: string;

  @ApiProperty({ enum: ['sure', 'likely', 'declared'] })
  certainty: string;

  @ApiProperty({ type: 'integer' })
  count: number;
}

export class Diversions {
  @ApiProperty({ format: 'date' })
  from: string;

  @ApiProperty({ format: 'date' })
  to: string;

  @ApiProperty({ type: [DiversionCount] })
  items: DiversionCount[];
}
