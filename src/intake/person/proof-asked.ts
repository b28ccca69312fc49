import type { Words } from '#lifecycle';

/** What is said after a code was asked for: the same whatever is on record. */
export const proofAsked = (hotline: string): Words => ({
  vi: `Nếu đây là địa chỉ thư đã để lại khi gửi phản ánh, một mã 6 số đã được gửi đến đó và dùng được trong 15 phút. Nếu bạn chỉ để lại số điện thoại, xin gọi ${hotline}: điện thoại viên sẽ gọi lại số đã lưu để xác nhận.`,
  en: `If this is the mail address left with the complaint, a code of 6 digits was sent to it and is valid for 15 minutes. If you left only a phone number, please call ${hotline}: an operator calls back the number on record.`,
});
