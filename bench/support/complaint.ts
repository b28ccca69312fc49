/** A street light, as JSON: clear enough to be assigned at once. */
export const complaint = (number: number) =>
  JSON.stringify({
    category: 'CS-01',
    text: `Đèn đường phố Hòa Mã đoạn từ số ${number} không sáng 3 hôm nay.`,
    place: { point: { lat: 21.0152, lon: 105.8545 }, address: 'Phố Hòa Mã' },
    answers: { seen_at: '2026-03-09T19:40:00+07:00', extent: 'several' },
  });
