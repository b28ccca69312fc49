import { facts, link, paragraph } from '../letter.js';
import type { Letters } from '../model.js';

export const account: Letters['account'] = {
  staff_password_reset: (m) => ({
    subject: 'A new password for your staff account',
    blocks: [
      paragraph(
        `Somebody asked for a new password for your account at the ${m.center}. If it was you, please open the link below; it works once, until ${m.validUntil}.`,
      ),
      link('Set a new password', m.url),
      paragraph(
        'If it was not you, please ignore this mail: the password stays as it is. Do not pass it on.',
      ),
    ],
  }),
  staff_welcome: (m) => ({
    subject: 'Your account at the Center is ready',
    blocks: [
      paragraph(
        `An administrator of the ${m.center} has made an account for you. Please open the link below to set your password; it works once, until ${m.validUntil}.`,
      ),
      facts(['Login', m.login]),
      link('Set your password', m.url),
      paragraph(
        'Nobody knows your password, no administrator either. Where your role needs a second factor, the page of your account leads you through it when you first sign in.',
      ),
    ],
  }),
};
