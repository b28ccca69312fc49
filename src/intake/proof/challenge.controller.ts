import { Controller, Get, Query } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { Limited } from '../../platform/limits/limited.js';
import { AskChallenge, ChallengeView, AskedQuestionView } from './challenge.dto.js';
import { Challenges } from './challenges.js';
import { Questions } from './questions.js';

@ApiTags('complaints')
@Controller('api/challenge')
export class ChallengeController {
  constructor(
    private readonly challenges: Challenges,
    private readonly questions: Questions,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'What a filing without a contact is proven with: work for the device, or a question.',
  })
  @Allow('complaint.file')
  @Limited('challenge')
  @ApiExtraModels(ChallengeView, AskedQuestionView)
  @ApiOkResponse({
    schema: {
      oneOf: [ChallengeView, AskedQuestionView].map((one) => ({ $ref: getSchemaPath(one) })),
    },
  })
  @ApiProblems(400)
  get(@Query() { kind }: AskChallenge) {
    return kind === 'question' ? this.questions.make() : this.challenges.make();
  }
}
