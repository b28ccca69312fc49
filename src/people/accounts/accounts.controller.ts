import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Put,
  Post,
  Query,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { CallerParam, type Caller } from '../caller.js';
import { AccountList } from './account-list.js';
import * as dto from './accounts.dto.js';
import { Accounts } from './accounts.js';

class MadeAccount {
  @ApiProperty({ format: 'uuid' })
  id: string;
}

@ApiTags('people')
@Controller('api/accounts')
@Allow('account.manage')
export class AccountsController {
  constructor(
    private readonly accounts: Accounts,
    private readonly known: AccountList,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The accounts of staff, by name; also those that have ended.' })
  @ApiOkResponse({ type: dto.AccountPage })
  @ApiProblems(400, 401, 403)
  list(@Query() filter: dto.ListAccounts) {
    return this.known.page(filter);
  }

  @Get(':id')
  @ApiOperation({ summary: 'An account, with what has been done to it.' })
  @ApiOkResponse({ type: dto.AccountView })
  @ApiProblems(400, 401, 403, 404)
  view(@Param('id', ParseUUIDPipe) id: string) {
    return this.known.view(id);
  }

  @Post()
  @ApiOperation({
    summary: 'Makes an account; a link to set the password is mailed to the person.',
  })
  @ApiCreatedResponse({ type: MadeAccount })
  @ApiProblems(400, 401, 403)
  make(@CallerParam() by: Caller, @Body() body: dto.MakeAccount) {
    return this.accounts.make(by, body);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Changes name, role, agency, address or language.' })
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiProblems(400, 401, 403, 404, 409)
  change(
    @CallerParam() by: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: dto.ChangeAccount,
  ) {
    return this.accounts.change(by, id, body);
  }

  @Post(':id/end')
  @ApiOperation({ summary: 'Ends an account that holds no open case, with its sessions.' })
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiProblems(400, 401, 403, 404, 409)
  end(@CallerParam() by: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return this.accounts.end(by, id);
  }

  @Post(':id/restore')
  @ApiOperation({ summary: 'Opens an account again that has ended.' })
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiProblems(400, 401, 403, 404)
  restore(@CallerParam() by: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return this.accounts.restore(by, id);
  }

  @Post(':id/link')
  @ApiOperation({ summary: 'Mails the person another link to set the password.' })
  @HttpCode(202)
  @ApiAcceptedResponse({ description: 'It is on its way.' })
  @ApiProblems(400, 401, 403, 404, 409)
  sendLink(@CallerParam() by: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return this.accounts.sendLink(by, id);
  }

  @Delete(':id/second-factor')
  @ApiOperation({ summary: 'Takes a lost second factor away and ends every session.' })
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiProblems(400, 401, 403, 404, 409)
  resetSecondFactor(@CallerParam() by: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return this.accounts.resetSecondFactor(by, id);
  }

  @Delete(':id/sessions')
  @ApiOperation({ summary: 'Signs a person out everywhere.' })
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiProblems(400, 401, 403, 404)
  endSessions(@CallerParam() by: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return this.accounts.endSessions(by, id);
  }
}
