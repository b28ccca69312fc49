// What a spreadsheet takes for the beginning of a formula, in ASCII and in the wide forms of East Asian keyboards.
const formula = /^[=+\-@\t\r\n＝＋－＠]/u;

/**
 * A line of CSV. Texts that a spreadsheet would run begin with an apostrophe, as OWASP advises; a text like
 * "-12.5" too, for what people typed is never trusted to be a number. Numbers of the program stay as they are.
 */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cellOf).join(',')}\n`;
}

function cellOf(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /^[\w .-]*$/.test(safe) ? safe : `"${safe.replaceAll('"', '""')}"`;
}
