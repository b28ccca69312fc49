import type { Words } from '#lifecycle';

export const failureWords = {
  notFound: { vi: 'Không có trang này', en: 'There is no such page' },
  notFoundHow: {
    vi: 'Đường dẫn có thể đã gõ nhầm hoặc trang đã được chuyển đi.',
    en: 'The address may be mistyped, or the page has moved.',
  },
  failed: { vi: 'Chưa mở được trang', en: 'The page could not be opened' },
  again: { vi: 'Xin thử lại sau', en: 'Please try again in' },
  seconds: { vi: 'giây', en: 'seconds' },
  minutes: { vi: 'phút', en: 'minutes' },
  home: { vi: 'Về trang đầu', en: 'To the first page' },
  follow: { vi: 'Theo dõi phản ánh', en: 'Follow a complaint' },
  call: { vi: 'Gọi tổng đài', en: 'Call' },
} satisfies Record<string, Words>;
