import { ApiProperty } from '@nestjs/swagger';
import { WordsView } from '../../platform/http/api.js';
import { WordField } from '../../platform/http/fields.js';

export class AskChallenge {
  @WordField(['work', 'question'], {
    optional: true,
    description: '`question` for those without script or with a slow device; `work` when absent.',
  })
  kind?: 'work' | 'question';
}

export class ChallengeView {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'As the ALTCHA widget takes it: algorithm, cost, nonce, salt and the rest.',
  })
  parameters: object;

  @ApiProperty()
  signature: string;
}

export class AskedQuestionView {
  @ApiProperty({ type: WordsView })
  question: WordsView;

  @ApiProperty({ description: 'To be sent back with the answer.' })
  token: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}
