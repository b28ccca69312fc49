import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { kinds, urgencies } from '#lifecycle';
import { Allow } from '../platform/http/allow.js';
import { ApiProblems, WordsView } from '../platform/http/api.js';
import { City } from './city.js';

class ChoiceView {
  @ApiProperty()
  value: string;

  @ApiProperty({ type: WordsView })
  label: WordsView;
}

class QuestionView {
  @ApiProperty()
  key: string;

  @ApiProperty({ enum: ['text', 'choice', 'datetime', 'number'] })
  type: string;

  @ApiProperty()
  required: boolean;

  @ApiProperty({ type: WordsView })
  label: WordsView;

  @ApiProperty({ type: [ChoiceView], required: false })
  choices?: ChoiceView[];
}

class CategoryView {
  @ApiProperty({ example: 'CS-01' })
  code: string;

  @ApiProperty({ type: WordsView })
  group: WordsView;

  @ApiProperty({ type: WordsView })
  name: WordsView;

  @ApiProperty({ enum: kinds })
  kind: string;

  @ApiProperty({ enum: urgencies })
  urgency: string;

  @ApiProperty({ enum: ['required', 'optional', 'none'] })
  place: string;

  @ApiProperty({ enum: ['required', 'optional'] })
  contact: string;

  @ApiProperty({ type: [QuestionView] })
  questions: QuestionView[];

  @ApiProperty({ description: 'Nothing is filed under it any more.' })
  closed: boolean;
}

class AreaView {
  @ApiProperty({ example: '00256' })
  code: string;

  @ApiProperty({ enum: ['ward', 'commune'] })
  kind: string;

  @ApiProperty({ type: WordsView })
  name: WordsView;
}

class AgencyView {
  @ApiProperty({ example: 'HAPULICO' })
  code: string;

  @ApiProperty()
  type: string;

  @ApiProperty({ type: WordsView })
  name: WordsView;

  @ApiProperty({ type: String, nullable: true })
  parent: string | null;
}

@ApiTags('catalog')
@Controller('api')
export class CatalogController {
  constructor(private readonly city: City) {}

  @Get('categories')
  @ApiOperation({
    summary: 'What a complaint can be about, with the questions that each category asks.',
  })
  @Allow('catalog.read')
  @ApiOkResponse({ type: [CategoryView] })
  categories(): CategoryView[] {
    const open = this.city.data.categories.filter(({ internal }) => !internal);
    return open.map(({ code, group, name, kind, urgency, place, contact, questions, closed }) => ({
      code,
      group: group.name,
      name,
      kind,
      urgency,
      place,
      contact,
      questions,
      closed: closed ?? false,
    }));
  }

  @Get('areas')
  @ApiOperation({ summary: 'The wards and communes of today.' })
  @Allow('catalog.read')
  @ApiOkResponse({ type: [AreaView] })
  areas(): AreaView[] {
    return this.city.data.areas
      .filter(({ parent, validTo }) => parent !== null && validTo === null)
      .map(({ code, kind, name }) => ({ code, kind, name }));
  }

  @Get('agencies')
  @ApiOperation({ summary: 'Who can be made responsible today.' })
  @Allow('agency.read')
  @ApiOkResponse({ type: [AgencyView] })
  @ApiProblems(401, 403)
  agencies(): AgencyView[] {
    return this.city.data.agencies
      .filter(({ validTo }) => validTo === null)
      .map(({ code, type, name, parent }) => ({ code, type, name, parent }));
  }
}
