import { ApiProperty } from '@nestjs/swagger';
import { WordsView } from '../../platform/http/api.js';

export class PublicIncident {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: [WordsView], description: 'Wards and communes.' })
  areas: WordsView[];

  @ApiProperty({ format: 'date-time' })
  since: string;

  @ApiProperty({ type: 'integer', description: 'How many people have reported it.' })
  reporters: number;

  @ApiProperty({ type: String, nullable: true, description: 'What is known so far.' })
  standingAnswer: string | null;
}
