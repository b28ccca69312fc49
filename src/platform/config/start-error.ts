/** Exit codes after sysexits.h: EX_CONFIG. */
export const BAD_CONFIG = 78;

/** A reason not to start that the operator can act on: Vietnamese, then English, without a stack. */
export class StartError extends Error {
  constructor(
    readonly vietnamese: string,
    readonly english: string,
    readonly exitCode = 1,
  ) {
    super(`${vietnamese} / ${english}`);
    this.name = 'StartError';
  }
}

/** Turns the system's refusal to write at `path` into a StartError; anything else comes back as it was. */
export function cannotWrite(path: string, error: unknown): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StartError(
        `Không ghi được vào ${path}: hãy cấp quyền ghi hoặc đặt DATA_DIR ở nơi khác`,
        `Cannot write to ${path}: give this user the right to write there or set DATA_DIR elsewhere`,
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(path);
    case 'ENOTDIR':
    case 'EEXIST':
      return new StartError(
        `${path} không phải là thư mục: hãy đặt DATA_DIR ở nơi khác`,
        `${path} is not a folder: set DATA_DIR elsewhere`,
      );
    default:
      return error;
  }
}

/** Whether a program's output tells of a full disk; PostgreSQL has two ways of saying it. */
export function saysDiskFull(output: string): boolean {
  return /No space left on device|wrote only \d+ of \d+ bytes/.test(output);
}

export function diskFull(path: string): StartError {
  return new StartError(
    `Đĩa chứa ${path} đã đầy: hãy giải phóng dung lượng rồi chạy lại`,
    `The disk holding ${path} is full: free some space and start again`,
  );
}
