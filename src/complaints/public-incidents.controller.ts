import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/http/allow.js';
import { PublicIncident } from './dto/public-incidents.dto.js';
import { OpenIncidents } from './open-incidents.js';

@ApiTags('complaints')
@Controller('api/public/incidents')
export class PublicIncidentsController {
  constructor(private readonly incidents: OpenIncidents) {}

  @Get()
  @ApiOperation({ summary: 'The banners: what many report now, and what is known of it.' })
  @Allow('published.read')
  @ApiOkResponse({ type: [PublicIncident] })
  list() {
    return this.incidents.published();
  }
}
