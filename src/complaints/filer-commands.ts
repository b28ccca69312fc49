import type { Command } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { fieldError } from '../platform/errors/domain-error.js';
import { Limits } from '../platform/limits/limits.js';
import { sha256 } from '../platform/sha256.js';
import type { AttachmentRow } from './attachment.entity.js';
import { Commands, type Spoken } from './commands.js';
import type { Rate, TrackedComplaint } from './dto/tracking.dto.js';
import { filer, Tracking } from './tracking.js';

/** SIPAS: access to the service, procedure, the official, the result, handling of feedback. */
const factorNames = ['access', 'procedure', 'official', 'result', 'feedback'];

const isScore = (value: unknown) =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 5;

/** The commands of the filer, who is known by the code alone. */
@Injectable()
export class FilerCommands {
  constructor(
    private readonly commands: Commands,
    private readonly tracking: Tracking,
    private readonly limits: Limits,
  ) {}

  reply(code: string, text: string, attachments: AttachmentRow[] = []) {
    const spoken: Spoken = { text, audience: 'filer', attachments };
    return this.give(code, { type: 'reply', text: sha256(text) }, spoken);
  }

  confirm(code: string) {
    return this.give(code, { type: 'confirm' });
  }

  rate(code: string, { score, factors = {}, text }: Rate) {
    for (const [name, value] of Object.entries(factors))
      if (!factorNames.includes(name) || !isScore(value))
        throw fieldError(
          `factors.${name}`,
          'score',
          'Mỗi yếu tố là một số nguyên từ 1 đến 5.',
          'Each factor is a whole number from 1 to 5.',
        );
    const digest = text === undefined ? null : sha256(text);
    return this.give(
      code,
      { type: 'rate', score, factors, text: digest },
      text === undefined ? undefined : { text, audience: 'staff' },
    );
  }

  reopen(code: string, text: string) {
    return this.give(code, { type: 'reopen', text: sha256(text) }, { text, audience: 'filer' });
  }

  appeal(code: string, text: string) {
    return this.give(code, { type: 'appeal', text: sha256(text) }, { text, audience: 'filer' });
  }

  private async give(code: string, command: Command, spoken?: Spoken): Promise<TrackedComplaint> {
    await this.limits.hit('filer_command', code);
    await this.commands.giveByCode(filer, code, command, spoken);
    return this.tracking.view(code);
  }
}
