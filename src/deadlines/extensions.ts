import { extensionChoices, extensionTerms } from '#deadlines';
import { Injectable } from '@nestjs/common';
import { City } from '../catalog/city.js';
import { Access } from '../complaints/access.js';
import { CaseCommands, type Seen } from '../complaints/case-commands.js';
import { promiseOf } from '../complaints/case.js';
import { ClockRow } from '../complaints/clock.entity.js';
import { clockOf } from '../complaints/record.js';
import { actorOf, type Caller } from '../people/caller.js';
import { Door } from '../platform/database/door.js';
import { sha256 } from '../platform/sha256.js';
import { Time } from '../platform/time.js';
import type {
  AskExtension,
  ExtensionTermsView,
  GrantExtension,
  RefuseExtension,
} from './extensions.dto.js';

const instant = (at: string) => new Date(at).toISOString();

/** Gia hạn: asked by the agency in charge, granted or refused by the supervisor. */
@Injectable()
export class Extensions {
  constructor(
    private readonly commands: CaseCommands,
    private readonly door: Door,
    private readonly access: Access,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  terms(by: Caller, id: string): Promise<ExtensionTermsView> {
    return this.door.read(actorOf(by), async (tx) => {
      const { urgency, extensions: used } = await this.access.require(tx, id);
      const rows = await tx.find(ClockRow, {
        where: { complaintId: id, kind: 'resolution' },
        order: { startedAt: 'ASC', id: 'ASC' },
      });
      const clock = promiseOf(rows.map(clockOf));
      const { book } = this.city;
      const { dueAt, latest, max } = extensionTerms(clock, null, urgency, book);
      const over = this.time.now().toISOString() >= dueAt;
      return { dueAt, latest, max, used, over, choices: extensionChoices(clock, latest, book) };
    });
  }

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
