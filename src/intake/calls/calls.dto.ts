import { procedures, type Procedure } from '#diversion';
import { urgencies, type Urgency } from '#lifecycle';
import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, Matches, ValidateNested } from 'class-validator';
import { CaseItem } from '../../complaints/dto/cases.dto.js';
import { ActorView } from '../../complaints/dto/case-view.dto.js';
import { Place } from '../../complaints/dto/place.dto.js';
import { WordsView } from '../../platform/http/api.js';
import {
  CodeField,
  InstantField,
  Optional,
  PageSizeField,
  TextField,
} from '../../platform/http/fields.js';
import { SuggestedCategory } from '../../routing/classifier/suggestions.dto.js';
import { smsWays, type SmsWay } from './code-messages.js';
import { GuidanceView } from '../diversion.dto.js';
import { FileComplaint, Receipt, ReceiptIncident } from '../dto.js';

/** A filing as an operator types it for a caller: who has signed in needs no proof. */
export class FileCall extends OmitType(FileComplaint, ['proof']) {}

export class SpelledSymbol {
  @ApiProperty({ example: 'K' })
  symbol: string;

  @ApiProperty({ type: WordsView })
  word: WordsView;
}

export class CallReceipt extends Receipt {
  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { $ref: '#/components/schemas/SpelledSymbol' } },
    description: 'The code in its groups, each symbol with the word to say for it.',
  })
  spelled: SpelledSymbol[][];

  @ApiProperty({ enum: smsWays, description: 'Whether the code can go to the caller by SMS.' })
  sms: SmsWay;
}

export class SendCode {
  @TextField({ min: 4, max: 40, description: 'The tracking code, as on the receipt.' })
  code: string;
}

/** What has been typed so far; nothing of it is kept or counted. */
export class CallDraft {
  @TextField({ max: 4000 })
  text: string;

  @CodeField({ optional: true, example: 'CS-01' })
  category?: string;

  @ApiPropertyOptional({ type: Place })
  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => Place)
  place?: Place;
}

export class EmergencyNumber {
  @ApiProperty({ example: '114' })
  number: string;

  @ApiProperty({ type: WordsView })
  name: WordsView;
}

export class ForeseenDiversion {
  @ApiProperty({
    enum: ['ask', 'divert'],
    description: 'Whether the caller will be asked, or sent elsewhere.',
  })
  does: 'ask' | 'divert';

  @ApiProperty({ enum: procedures })
  procedure: Procedure;

  @ApiProperty({ type: WordsView, nullable: true, description: 'What it was recognised by.' })
  because: WordsView | null;

  @ApiProperty({ type: GuidanceView })
  guidance: GuidanceView;
}

/** What an operator should know while the caller is still talking. */
export class CallHints {
  @ApiProperty({ type: [SuggestedCategory], maxItems: 3 })
  categories: SuggestedCategory[];

  @ApiProperty({ enum: urgencies })
  urgency: Urgency;

  @ApiProperty({ type: [WordsView], description: 'Why it is urgent.' })
  reasons: WordsView[];

  @ApiProperty({ type: [EmergencyNumber], description: 'None where nothing is urgent.' })
  emergency: EmergencyNumber[];

  @ApiProperty({ type: ForeseenDiversion, nullable: true })
  diversion: ForeseenDiversion | null;

  @ApiProperty({ type: String, nullable: true, description: 'The ward of the point or address.' })
  ward: string | null;

  @ApiProperty({ type: ReceiptIncident, nullable: true })
  incident: ReceiptIncident | null;
}

export class AskHistory {
  @ApiProperty({ example: '0900000001' })
  @Matches(/^\+?[0-9][0-9 .-]{7,16}$/)
  phone: string;
}

export class CallerHistory {
  @ApiProperty({
    type: [CaseItem],
    description:
      'The latest first; of those only whose filer this reader sees anyway, at most twenty.',
  })
  items: CaseItem[];
}

export class ListLookUps {
  @InstantField({ optional: true, description: 'Before this instant: `next` of the page before.' })
  before?: string;

  @PageSizeField()
  limit?: number;
}

/** Who looked a caller up, when, and how much was shown; never whom. */
export class LookUpItem {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: ActorView })
  by: ActorView;

  @ApiProperty({ type: 'integer', description: 'How many complaints were shown.' })
  shown: number;
}

export class LookUpPage {
  @ApiProperty({ type: [LookUpItem] })
  items: LookUpItem[];

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  next: string | null;
}
