import type { PrivacyClass } from '#privacy';
import { SECRET } from '../../intake/support/pictures.js';

/**
 * What is planted in a complaint, by who may find it: the filer; ways to a person within words; a plate within words;
 * the tracking code; what the camera wrote.
 */
export const kinds = ['filer', 'way', 'plate', 'code', 'camera'] as const;
export type Kind = (typeof kinds)[number];

const seen_at = '2026-03-09T19:40:00+07:00';
export const WARD = 'UBND-00256';

type Answers = (words: string) => Record<string, unknown>;

/** A category of each class, with answers of which one holds words. */
const matters: Record<PrivacyClass, { category: string; answers: Answers; about?: string }> = {
  NORMAL: {
    category: 'CS-01',
    answers: (lamp_number) => ({ seen_at, extent: 'several', lamp_number }),
  },
  PERSONAL: {
    category: 'DIEN-03',
    answers: (meter_reading) => ({
      customer_code: 'PD01',
      billing_period: '2026-02',
      meter_reading,
    }),
  },
  REPORTER_HIDDEN: {
    category: 'VS-02',
    answers: (usual_hours) => ({ seen_at, waste_kind: 'construction', usual_hours }),
  },
  PROTECTED: {
    category: 'CV-01',
    answers: (office) => ({ office, happened_at: seen_at }),
    about: WARD,
  },
  SENSITIVE: {
    category: 'AN-01',
    answers: (suspect_description) => ({ seen_at, happening_now: 'no', suspect_description }),
  },
  DENUNCIATION_CHECK: {
    category: 'CV-02',
    answers: (office) => ({ office, happened_when: 'Tháng 2' }),
    about: WARD,
  },
};

const names: Record<PrivacyClass, string> = {
  NORMAL: 'Sáo Sậu Đen',
  PERSONAL: 'Họa Mi Đất',
  REPORTER_HIDDEN: 'Chích Chòe Lửa',
  PROTECTED: 'Vàng Anh Tím',
  SENSITIVE: 'Sẻ Đồng Nâu',
  DENUNCIATION_CHECK: 'Cu Gáy Cườm',
};

export interface Matter {
  privacy: PrivacyClass;
  email: string;
  filing: Record<string, unknown>;
  fileName: string;
  said: { reply: string; reopen: string; rating: string };
  /** By name, as `kind: where`. */
  secrets: Record<string, string>;
  id: string;
  code: string;
}

/** The complaint of one class with everything of its own planted in it; numbers differ in their last digit. */
export function matterOf(privacy: PrivacyClass, at: number): Matter {
  const { category, answers, about } = matters[privacy];
  // Without the 0 before it, so that +84 is found too.
  const phone = (provider: number) => `${provider} 345 67${at}`;
  const email = `chim.${at}@canary.example`;
  const filer = {
    name: names[privacy],
    phone: `0${phone(911)}`,
    email,
    address: `Ngõ 47${at}1 phố Hàng Chuối`,
  };
  const inText = {
    plate: `29A-123.4${at}`,
    phone: phone(912),
    mail: `loan.${at}@canary.example`,
    id: `00120300456${at}`,
    account: `1903456789012${at}`,
  };
  return {
    privacy,
    email,
    filing: {
      category,
      declared: 'report',
      ...(about && { about }),
      text:
        `Một việc cần được xem xét, xe ${inText.plate} đỗ ở đó. Gọi 0${inText.phone}, thư ${inText.mail}, ` +
        `CCCD ${inText.id}, stk ${inText.account} Techcombank.`,
      place: { ward: '00256', address: `Phố Hàng Chuối, gọi 0${phone(913)}` },
      answers: answers(`Hỏi qua số 0${phone(914)}`),
      filer,
    },
    fileName: `anh-0${phone(918).replaceAll(' ', '')}.jpg`,
    said: {
      reply: `Xin gọi lại 0${phone(915)}.`,
      reopen: `Vẫn thế, gọi tôi 0${phone(916)}.`,
      rating: `Chưa được, gọi 0${phone(917)}.`,
    },
    secrets: {
      'filer: name': filer.name,
      'filer: phone': phone(911),
      'filer: mail': email,
      'filer: address': filer.address,
      'plate: text': inText.plate,
      'way: phone in text': inText.phone,
      'way: mail in text': inText.mail,
      'way: id in text': inText.id,
      'way: account in text': inText.account,
      'way: place': phone(913),
      'way: answers': phone(914),
      'way: reply': phone(915),
      'way: reopening': phone(916),
      'way: rating': phone(917),
      'way: name of file': phone(918),
      'camera: maker': SECRET,
    },
    id: '',
    code: '',
  };
}
