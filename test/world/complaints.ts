import type { World } from './world.js';

/** A street light in Hai Bà Trưng: clear and low-risk, so it is assigned at once. */
export const streetLight = (changes: Record<string, unknown> = {}) => ({
  category: 'CS-01',
  text: 'Đèn đường phố Hòa Mã đoạn từ số 20 đến số 48 không sáng 3 hôm nay.',
  place: { point: { lat: 21.0152, lon: 105.8545 }, address: 'Phố Hòa Mã' },
  answers: { seen_at: '2026-03-09T19:40:00+07:00', extent: 'several' },
  ...changes,
});

/** Something without a category: it goes to triage. */
export const unclear = (changes: Record<string, unknown> = {}) => ({
  text: 'Khu nhà tôi có chuyện này mong trung tâm xem giúp.',
  place: { ward: '00256' },
  ...changes,
});

export const answer = {
  finding: 'Đúng như phản ánh: bốn đèn cao áp hỏng bóng.',
  done: 'Đã thay bóng lúc 15 giờ ngày 11/3/2026.',
};

export async function caseIdOf(world: World, code: string): Promise<string> {
  const [row] = await world.behind.query<{ id: string }[]>(
    'select id from complaint where code = $1',
    [code],
  );
  if (!row) throw new Error('no such complaint');
  return row.id;
}
