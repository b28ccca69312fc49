import type { FieldError } from '../../platform/errors/domain-error.js';

/** Why a proof is not taken. */
export const refusals = {
  required: {
    vi: 'Cần giải bài kiểm tra, trả lời câu hỏi, hoặc cho một liên hệ.',
    en: 'Solve the challenge, answer the question, or give a contact.',
  },
  malformed: { vi: 'Không đọc được.', en: 'Cannot be read.' },
  forged: { vi: 'Không phải do chúng tôi đưa ra.', en: 'It was not made by us.' },
  other_form: { vi: 'Bài kiểm tra của việc khác.', en: 'It was made for another form.' },
  expired: { vi: 'Đã hết hạn; xin làm bài mới.', en: 'It has expired; please take the new one.' },
  wrong: { vi: 'Lời giải không đúng.', en: 'The answer is not right.' },
  used: { vi: 'Đã dùng cho một phản ánh khác.', en: 'It was used for another filing.' },
} as const;

export type Refused = keyof typeof refusals;

/** A proof that was taken: what it is known by, and until when it could be given again. */
export interface Ticket {
  hash: string;
  until: Date;
}

export type Verdict = Ticket | Refused;

export const fieldErrorOf = (why: Refused): FieldError => ({
  field: 'proof',
  code: why,
  ...refusals[why],
});
