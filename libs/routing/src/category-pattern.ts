/** Whether a pattern (`TN-01`, `TN-*`, `*`) covers a category code. */
export function coversCategory(pattern: string, code: string): boolean {
  return isOpen(pattern) ? code.startsWith(pattern.slice(0, -1)) : pattern === code;
}

/** Whether the pattern stands for a prefix rather than for one code. */
export const isOpen = (pattern: string): boolean => pattern.endsWith('*');
