import { Body, Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { City } from '../../catalog/city.js';
import { Code } from '../../complaints/code-param.js';
import { LookUps } from '../../complaints/look-ups.js';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { Limited } from '../../platform/limits/limited.js';
import { ContactProofs } from './contact-proofs.js';
import { PersonRights } from './person-rights.js';
import { proofAsked } from './proof-asked.js';
import { AskProof, ProofAsked, RightUsed, UseRight } from './rights.dto.js';

@ApiTags('complaints')
@Controller('api/complaints')
@UseInterceptors(LookUps)
export class RightsController {
  private readonly asked: ProofAsked;

  constructor(
    private readonly proofs: ContactProofs,
    private readonly rights: PersonRights,
    { card }: City,
  ) {
    this.asked = { next: proofAsked(card.hotline) };
  }

  @Post(':code/proof')
  @HttpCode(202)
  @Allow('complaint.rights')
  @Limited('contact_proof_address')
  @ApiOperation({
    summary: 'Mails a one-time code to the address on record, if it is the one given.',
    description: 'The answer is the same whatever is on record.',
  })
  @ApiAcceptedResponse({ type: ProofAsked })
  @ApiProblems(400, 404, 429)
  async prove(@Code() code: string, @Body() { contact }: AskProof): Promise<ProofAsked> {
    await this.proofs.ask(code, contact);
    return this.asked;
  }

  @Post(':code/rights')
  @HttpCode(200)
  @Allow('complaint.rights')
  @ApiOperation({
    summary: 'Uses a right over personal data: access, correct, withdraw or restrict.',
    description: 'Done at once where it can be, and opened as a case due in two working days.',
  })
  @ApiOkResponse({ type: RightUsed })
  @ApiProblems(400, 403, 404, 409, 429)
  use(@Code() code: string, @Body() asked: UseRight): Promise<RightUsed> {
    return this.rights.use(code, asked);
  }
}
