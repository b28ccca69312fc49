import { link, paragraph } from '../letter.js';
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
};
