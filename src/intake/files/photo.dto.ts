import { ApiProperty } from '@nestjs/swagger';
import { Point } from '../../complaints/dto/place.dto.js';

export class PhotoPlace {
  @ApiProperty({
    type: Point,
    nullable: true,
    description: 'Null when the photo names none, or one outside the city.',
  })
  point: Point | null;

  @ApiProperty({ type: String, nullable: true, example: '00256' })
  ward: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  takenAt: string | null;
}
