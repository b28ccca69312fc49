import { Injectable } from '@nestjs/common';
import { CaseCommands, type Seen } from '../complaints/case-commands.js';
import type { Caller } from '../people/caller.js';
import { sha256 } from '../platform/sha256.js';
import type { AskExtension, GrantExtension, RefuseExtension } from './extensions.dto.js';

const instant = (at: string) => new Date(at).toISOString();

/** Gia hạn: asked by the agency in charge, granted or refused by the supervisor. */
@Injectable()
export class Extensions {
  constructor(private readonly commands: CaseCommands) {}

  ask(by: Caller, seen: Seen, { until, text }: AskExtension) {
    const command = { type: 'ask_extension', until: instant(until), text: sha256(text) } as const;
    return this.commands.give(by, seen, command, { text, audience: 'staff' });
  }

  grant(by: Caller, seen: Seen, { until, text }: GrantExtension) {
    const date = until === undefined ? null : instant(until);
    const command = { type: 'grant_extension', until: date, text: sha256(text) } as const;
    return this.commands.give(by, seen, command, { text, audience: 'filer' });
  }

  refuse(by: Caller, seen: Seen, { text }: RefuseExtension) {
    const command = { type: 'refuse_extension', text: sha256(text) } as const;
    return this.commands.give(by, seen, command, { text, audience: 'staff' });
  }
}
