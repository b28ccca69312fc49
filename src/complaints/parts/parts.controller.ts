import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '../../people/caller.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { CaseCommand, Id } from '../case-command.js';
import { PartCommands } from './part-commands.js';
import * as dto from './parts.dto.js';

@ApiTags('cases')
@Controller('api/cases')
export class PartsController {
  constructor(private readonly parts: PartCommands) {}

  @CaseCommand('add_part', 'Giao việc phối hợp: asks a supporting agency for its part.')
  add(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.AddPart,
  ) {
    return this.parts.add(by, { id, version }, body);
  }

  @CaseCommand('withdraw_part', 'Rút việc phối hợp, with the reason.')
  withdraw(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.WithdrawPart,
  ) {
    return this.parts.withdraw(by, { id, version }, body);
  }

  @CaseCommand('accept_part', 'Nhận việc phối hợp, naming the officer.')
  accept(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.AcceptPart,
  ) {
    return this.parts.accept(by, { id, version }, body);
  }

  @CaseCommand('answer_part', 'Trả lời việc phối hợp: for the lead, not for the filer.')
  answer(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.AnswerPart,
  ) {
    return this.parts.answer(by, { id, version }, body);
  }

  @CaseCommand('return_part', 'Trả lại việc phối hợp, with the reason.')
  return(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.ReturnPart,
  ) {
    return this.parts.return(by, { id, version }, body);
  }

  @CaseCommand(
    'split_off',
    'Tách: a part, or something else that was told, goes on as a linked complaint.',
  )
  splitOff(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.SplitOff,
  ) {
    return this.parts.splitOff(by, { id, version }, body);
  }
}
