import { StartError } from '../config/start-error.js';

/** Why an archive is not taken, or not made: Vietnamese, then English; nothing was changed. */
export class ArchiveError extends StartError {}

export const foreign = (file: string) =>
  new ArchiveError(`${file} không phải bản sao lưu của Đầu Mối`, `${file} is no backup of Đầu Mối`);

export const cut = (file: string) =>
  new ArchiveError(
    `Bản sao lưu ${file} bị cắt ngang hoặc hỏng: hãy dùng bản khác; chưa có gì bị thay đổi`,
    `The backup ${file} is cut or damaged: take another one; nothing was changed`,
  );

export const tampered = (file: string, part: string) =>
  new ArchiveError(
    `Bản sao lưu ${file} không như lúc được tạo (${part}): hãy dùng bản khác; chưa có gì bị thay đổi`,
    `The backup ${file} is not as it was made (${part}): take another one; nothing was changed`,
  );
