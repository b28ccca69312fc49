import { roles, statuses, type Role, type Status } from '#lifecycle';
import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsObject, Matches, ValidateNested } from 'class-validator';
import { FilerView, PlaceView } from '../../complaints/dto/case-view.dto.js';
import { TrackedComplaint } from '../../complaints/dto/tracking.dto.js';
import { personRights, type PersonRight } from '../../complaints/person-rights.js';
import { WordsView } from '../../platform/http/api.js';
import { Optional, TextField, WordField } from '../../platform/http/fields.js';
import { Filer, ReceiptPromise } from '../dto.js';

export class AskProof {
  @TextField({ max: 200, description: 'The mail address or phone number given when filing.' })
  contact: string;
}

export class ProofAsked {
  @ApiProperty({ type: WordsView, description: 'The same whatever is on record.' })
  next: WordsView;
}

export class IdentityChanges extends PickType(Filer, ['name', 'phone', 'email', 'address']) {}

export class UseRight {
  @WordField(personRights)
  right: PersonRight;

  @ApiProperty({ example: '123456', description: 'The code that was mailed.' })
  @Matches(/^\d{6}$/)
  proof: string;

  @ApiPropertyOptional({ type: IdentityChanges, description: 'For `correct`: what is right.' })
  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => IdentityChanges)
  changes?: IdentityChanges;

  @ApiPropertyOptional({ default: true, description: 'For `restrict`: false lifts it again.' })
  @Optional()
  @IsBoolean()
  on?: boolean;

  @TextField({ max: 2000, optional: true, description: 'In words, for the center.' })
  text?: string;
}

export class KeptFile {
  @ApiProperty()
  name: string;

  @ApiProperty({ example: 'image/jpeg' })
  type: string;

  @ApiProperty()
  bytes: number;

  @ApiProperty({ format: 'date-time' })
  addedAt: string;
}

export class KeptReveal {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ enum: roles })
  role: Role;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
}

export class KeptRequest {
  @ApiProperty({ type: WordsView, nullable: true })
  category: WordsView | null;

  @ApiProperty({ format: 'date-time' })
  filedAt: string;

  @ApiProperty({ enum: statuses })
  status: Status;
}

/** Everything that is kept of a person with one complaint. */
export class KeptData {
  @ApiProperty({ type: FilerView, nullable: true })
  person: FilerView | null;

  @ApiProperty({ type: TrackedComplaint })
  complaint: TrackedComplaint;

  @ApiProperty({ type: String, nullable: true, description: "The catalogue's code." })
  category: string | null;

  @ApiProperty()
  text: string;

  @ApiProperty({ type: PlaceView })
  place: PlaceView;

  @ApiProperty({ type: 'object', additionalProperties: true })
  answers: Record<string, unknown>;

  @ApiProperty()
  channel: string;

  @ApiProperty()
  language: string;

  @ApiProperty({ type: [KeptFile] })
  files: KeptFile[];

  @ApiProperty({ type: [KeptReveal], description: 'Who has had the identity opened, and why.' })
  reveals: KeptReveal[];

  @ApiProperty({ type: [KeptRequest], description: 'Requests of this kind, this one included.' })
  requests: KeptRequest[];

  @ApiProperty({ type: WordsView })
  retention: WordsView;
}

export class RightRequest {
  @ApiProperty({ description: 'Tracking code of the request, which is a case of its own.' })
  code: string;

  @ApiProperty({ type: ReceiptPromise })
  promise: ReceiptPromise;
}

export class RightUsed {
  @ApiProperty({ enum: personRights })
  right: PersonRight;

  @ApiProperty({ type: RightRequest })
  request: RightRequest;

  @ApiProperty({ type: KeptData, nullable: true, description: 'For `access`.' })
  data: KeptData | null;
}
