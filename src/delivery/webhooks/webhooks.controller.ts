import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CallerParam, type Caller } from '../../people/caller.js';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { ReceiverList } from './receiver-list.js';
import { Receivers } from './receivers.js';
import * as dto from './webhooks.dto.js';

@ApiTags('webhooks')
@Controller('api/webhooks')
@Allow('webhook.manage')
export class WebhooksController {
  constructor(
    private readonly receivers: Receivers,
    private readonly known: ReceiverList,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The receivers of webhooks; those that have ended come last.' })
  @ApiOkResponse({ type: dto.WebhookList })
  @ApiProblems(401, 403)
  list() {
    return this.known.all();
  }

  @Get(':id')
  @ApiOperation({ summary: 'A receiver, with what has been done to it.' })
  @ApiOkResponse({ type: dto.WebhookView })
  @ApiProblems(400, 401, 403, 404)
  view(@Param('id', ParseUUIDPipe) id: string) {
    return this.known.view(id);
  }

  @Get(':id/deliveries')
  @ApiOperation({ summary: 'Each attempt of the last thirty days, newest first.' })
  @ApiOkResponse({ type: dto.DeliveryPage })
  @ApiProblems(400, 401, 403, 404)
  deliveries(@Param('id', ParseUUIDPipe) id: string, @Query() filter: dto.ListDeliveries) {
    return this.known.deliveries(id, filter);
  }

  @Post()
  @ApiOperation({
    summary:
      'Registers a receiver. It gets `{ type, timestamp, data }`, signed after Standard Webhooks; the answer alone shows the secret.',
  })
  @ApiCreatedResponse({ type: dto.GivenSecret })
  @ApiProblems(400, 401, 403, 409)
  make(@CallerParam() by: Caller, @Body() body: dto.MakeWebhook) {
    return this.receivers.make(by, body);
  }

  @Put(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Changes name, address, or what it is told of.' })
  @ApiNoContentResponse()
  @ApiProblems(400, 401, 403, 404, 409)
  change(
    @CallerParam() by: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: dto.ChangeWebhook,
  ) {
    return this.receivers.change(by, id, body);
  }

  @Post(':id/rotate')
  @HttpCode(200)
  @ApiOperation({ summary: 'Gives another secret; for a while both sign.' })
  @ApiOkResponse({ type: dto.GivenSecret })
  @ApiProblems(400, 401, 403, 404, 409)
  rotate(
    @CallerParam() by: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: dto.RotateSecret,
  ) {
    return this.receivers.rotate(by, id, body);
  }

  @Post(':id/pause')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sends nothing more until it is resumed; what comes meanwhile waits.' })
  @ApiNoContentResponse()
  @ApiProblems(400, 401, 403, 404, 409)
  pause(@CallerParam() by: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return this.receivers.pause(by, id);
  }

  @Post(':id/resume')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sends what has waited, and goes on.' })
  @ApiNoContentResponse()
  @ApiProblems(400, 401, 403, 404, 409)
  resume(@CallerParam() by: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return this.receivers.resume(by, id);
  }

  @Post(':id/test')
  @HttpCode(202)
  @ApiOperation({ summary: 'Sends a `webhook.test`; its delivery says what came of it.' })
  @ApiAcceptedResponse({ type: dto.TestSent })
  @ApiProblems(400, 401, 403, 404, 409)
  test(@Param('id', ParseUUIDPipe) id: string) {
    return this.receivers.test(id);
  }

  @Post(':id/end')
  @HttpCode(204)
  @ApiOperation({ summary: 'Ends a receiver for good; what it has not been told is given up.' })
  @ApiNoContentResponse()
  @ApiProblems(400, 401, 403, 404, 409)
  end(@CallerParam() by: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return this.receivers.end(by, id);
  }
}
