import { Body, Controller, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '../../people/caller.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { IncidentCommand } from './incidents.controller.js';
import * as dto from './incidents.dto.js';
import { StormDesk } from './storm-desk.js';

const Id = () => Param('id', ParseUUIDPipe);

@ApiTags('incidents')
@Controller('api/incidents')
export class StormsController {
  constructor(private readonly desk: StormDesk) {}

  @IncidentCommand('confirm', 'Xác nhận: what was proposed is one event; the likely ones join.')
  confirm(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.ConfirmStorm,
  ) {
    return this.desk.confirm(by, { id, version }, body);
  }

  @IncidentCommand('dismiss', 'Bác đề xuất: what was proposed is no event.')
  dismiss(@CallerParam() by: Caller, @Id() id: string, @IfMatch() version: number) {
    return this.desk.dismiss(by, { id, version });
  }

  @IncidentCommand('words', 'Lời: title, standing answer, banner, and who joins by itself.')
  word(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.WordIncident,
  ) {
    return this.desk.word(by, { id, version }, body);
  }
}
