import { replyFaults } from '#catalog';
import { rejectReasons } from '#lifecycle';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DraftKinds } from './publishing/draft-kinds.js';

/** The commands whose pages offer texts to begin with. */
export const repliedCommands = ['reject', 'ask', 'send_back', 'answer'] as const;

/** Texts of replies are edited as drafts. */
@Injectable()
export class ReplyDrafts implements OnModuleInit {
  constructor(private readonly kinds: DraftKinds) {}

  onModuleInit(): void {
    const known = { commands: repliedCommands, reasons: rejectReasons };
    this.kinds.add({
      kind: 'reply_templates',
      check: (definition) =>
        replyFaults(definition, known).map((one) => ({ level: 'fault', ...one })),
    });
  }
}
