import { Injectable } from '@nestjs/common';
import { CaseCommands, type Seen } from '../../complaints/case-commands.js';
import type { CaseItem } from '../../complaints/dto/cases.dto.js';
import type { Caller } from '../../people/caller.js';
import { sha256 } from '../../platform/sha256.js';
import type { UnmarkRepeat } from './similar.dto.js';

/** What the center says of a mark that the program has made. */
@Injectable()
export class RepeatCommands {
  constructor(private readonly commands: CaseCommands) {}

  unmark(caller: Caller, seen: Seen, { text }: UnmarkRepeat): Promise<CaseItem> {
    const command = { type: 'unmark_repeat', text: sha256(text) } as const;
    return this.commands.give(caller, seen, command, { text, audience: 'staff' });
  }
}
