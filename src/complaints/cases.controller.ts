import { Body, Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../platform/http/allow.js';
import { CallerParam, type Caller } from '../people/caller.js';
import { ApiProblems } from '../platform/http/api.js';
import { IfMatch } from '../platform/http/if-match.js';
import { CaseCommand, Id } from './case-command.js';
import { CaseCommands } from './case-commands.js';
import { Cases } from './cases.js';
import * as dto from './dto/case-commands.dto.js';
import { CasePage, ListCases } from './dto/cases.dto.js';
import { CaseView } from './dto/case-view.dto.js';
import { Revealed } from './dto/reveals.dto.js';
import { Queue } from './queue.js';
import { Reveals } from './reveals.js';

@ApiTags('cases')
@Controller('api/cases')
export class CasesController {
  constructor(
    private readonly cases: Cases,
    private readonly queue: Queue,
    private readonly commands: CaseCommands,
    private readonly reveals: Reveals,
  ) {}

  @Get()
  @ApiOperation({ summary: "A page of the caller's cases." })
  @Allow('case.read')
  @ApiOkResponse({ type: CasePage })
  @ApiProblems(400, 401, 403)
  list(@CallerParam() by: Caller, @Query() filter: ListCases) {
    return this.queue.page(by, filter);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One case with its clocks and timeline; `ETag` is its version.' })
  @Allow('case.read')
  @ApiOkResponse({ type: CaseView })
  @ApiProblems(400, 401, 403, 404)
  async view(
    @CallerParam() by: Caller,
    @Id() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const view = await this.cases.view(by, id);
    reply.header('etag', `"${view.version}"`);
    return view;
  }

  @CaseCommand('classify', 'Phân loại: category, kind and urgency.')
  classify(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.Classify,
  ) {
    return this.commands.classify(by, { id, version }, body);
  }

  @CaseCommand('assign', 'Phân công: who leads and who supports.')
  assign(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.Assign,
  ) {
    return this.commands.assign(by, { id, version }, body);
  }

  @CaseCommand('reject', 'Không tiếp nhận, with a reason told to the filer.')
  reject(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.Reject,
  ) {
    return this.commands.reject(by, { id, version }, body);
  }

  @CaseCommand('ask', 'A question to the filer; the clocks pause.')
  ask(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.Ask,
  ) {
    return this.commands.ask(by, { id, version }, body);
  }

  @CaseCommand('reply', "The filer's answer, taken down by phone; the clocks go on.")
  reply(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.Reply,
  ) {
    return this.commands.reply(by, { id, version }, body);
  }

  @CaseCommand('note', 'A note among staff.')
  note(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.Note,
  ) {
    return this.commands.note(by, { id, version }, body);
  }

  @CaseCommand('accept', 'Nhận xử lý, naming the officer.')
  accept(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.Accept,
  ) {
    return this.commands.accept(by, { id, version }, body);
  }

  @CaseCommand('hand_over', 'Bàn giao: another officer of the agency has it; no clock changes.')
  handOver(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.HandOver,
  ) {
    return this.commands.handOver(by, { id, version }, body);
  }

  @CaseCommand('return', 'Trả lại: not ours, with the ground and the proposed owner.')
  return(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.Return,
  ) {
    return this.commands.return(by, { id, version }, body);
  }

  @CaseCommand('answer', 'Kết quả giải quyết, with its evidence.')
  answer(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.Answer,
  ) {
    return this.commands.answer(by, { id, version }, body);
  }

  @CaseCommand('publish', 'Công bố the answer to the filer.')
  publish(@CallerParam() by: Caller, @Id() id: string, @IfMatch() version: number) {
    return this.commands.publish(by, { id, version });
  }

  @CaseCommand('send_back', 'Sends the answer back to the agency.')
  sendBack(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.SendBack,
  ) {
    return this.commands.sendBack(by, { id, version }, body);
  }

  @CaseCommand('reopen', 'Mở lại: back to the agency, on a shorter promise.')
  reopen(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.Reopen,
  ) {
    return this.commands.reopen(by, { id, version }, body);
  }

  @CaseCommand('close', 'Kết thúc, with the reason.')
  close(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.Close,
  ) {
    return this.commands.close(by, { id, version }, body);
  }

  @CaseCommand(
    'anonymise',
    'Ẩn danh: words, files and filer of an ended case are removed for good.',
  )
  anonymise(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.Anonymise,
  ) {
    return this.commands.anonymise(by, { id, version }, body);
  }

  @CaseCommand('reveal', 'Mở danh tính: who filed it, for a reason that is recorded.', Revealed)
  reveal(
    @CallerParam() by: Caller,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: dto.Reveal,
  ) {
    return this.reveals.reveal(by, { id, version }, body);
  }
}
