import { Inject, Injectable } from '@nestjs/common';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.token.js';
import type { Written } from './templates/render.js';

export interface Mail extends Written {
  to: string;
  messageId: string;
  date: Date;
  language: string;
}

/** How many mails are under way at once. */
export const MAILS_AT_ONCE = 5;

/** Why a mail was not taken: a few words without address and text. A permanent one is not to be repeated. */
export class MailFailure extends Error {
  constructor(
    readonly short: string,
    readonly permanent: boolean,
  ) {
    super(short);
  }
}

// A server that trickles its answers never runs into a socket's limit; the whole must fit in the lease.
const WHOLE_SENDING = 40_000;

interface SmtpError {
  code?: string;
  responseCode?: number;
}

/** 5xx to the mail itself is final; refused sign-in or greeting is the server's trouble and passes. RFC 5321 4.2.1. */
function failureOf(error: unknown): MailFailure {
  const { code = 'unknown', responseCode } = error as SmtpError;
  const aboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  const permanent = aboutMail && responseCode !== undefined && responseCode >= 500;
  return new MailFailure(responseCode ? `smtp ${responseCode}` : `smtp ${code}`, permanent);
}

/** A mail with one recipient and no header but ours. */
export const messageOf = (
  { to, messageId, date, language, subject, text, html }: Mail,
  from: string,
): SendMailOptions => ({
  from,
  to: { name: '', address: to },
  envelope: { from: addressOf(from), to: [to] },
  subject,
  text,
  html,
  messageId,
  date,
  headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
  xMailer: false,
});

/** Hands mails to the SMTP server, where there is one. */
@Injectable()
export class Mailer {
  /** Where mails go: to the server, to the demo's mailbox, or nowhere yet. */
  readonly way: 'smtp' | 'kept' | 'off';
  private readonly transport;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    const { smtpUrl, demo } = config;
    this.way = smtpUrl ? 'smtp' : demo ? 'kept' : 'off';
    this.transport = smtpUrl
      ? createTransport({
          url: smtpUrl,
          pool: true,
          maxConnections: MAILS_AT_ONCE,
          // Repetition is the outbox's work, which waits between attempts and remembers them.
          maxRequeues: 0,
          idleTimeout: 10_000,
          connectionTimeout: 10_000,
          greetingTimeout: 10_000,
          socketTimeout: 30_000,
          disableFileAccess: true,
          disableUrlAccess: true,
        })
      : null;
  }

  /** @throws MailFailure */
  async send(mail: Mail): Promise<void> {
    if (!this.transport) throw new MailFailure('no mail server', false);
    try {
      const signal = AbortSignal.timeout(WHOLE_SENDING);
      await this.transport.sendMail({ ...messageOf(mail, this.config.mailFrom), signal });
    } catch (error) {
      throw failureOf(error);
    }
  }

  close(): void {
    this.transport?.close();
  }
}

const addressOf = (mailFrom: string) => /<([^<>]+)>\s*$/.exec(mailFrom)?.[1] ?? mailFrom;
