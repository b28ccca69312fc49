import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsNumber, IsObject, Max, Min, ValidateNested } from 'class-validator';
import { CodeField, Optional, TextField } from '../../platform/http/fields.js';

export class Point {
  @ApiProperty({ minimum: -90, maximum: 90, example: 21.0285 })
  @IsNumber()
  @Min(-90)
  @Max(90)
  lat: number;

  @ApiProperty({ minimum: -180, maximum: 180, example: 105.8542 })
  @IsNumber()
  @Min(-180)
  @Max(180)
  lon: number;
}

export class Place {
  @ApiPropertyOptional({ type: Point })
  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => Point)
  point?: Point;

  @TextField({ max: 300, optional: true, example: '12 phố Hòa Mã' })
  address?: string;

  @CodeField({ optional: true, example: '00256', description: 'Official code of the ward.' })
  ward?: string;
}
