import type { Words } from '#lifecycle';

/** What is told at a contact that cannot be read as one. */
export const plainContact = {
  phone: {
    vi: 'Số điện thoại gồm 8 đến 17 chữ số, ví dụ 0912 345 678.',
    en: 'A phone number has 8 to 17 digits, such as 0912 345 678.',
  },
  email: {
    vi: 'Địa chỉ thư có dạng ten@vidu.vn.',
    en: 'A mail address looks like name@example.org.',
  },
} satisfies Record<string, Words>;
