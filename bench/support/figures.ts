const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b);

export const median = (values: readonly number[]): number => sorted(values)[values.length >> 1]!;

export const rounded = (value: number, digits = 0) => Number(value.toFixed(digits));

/** The median of runs, with the smallest and the largest. */
export function summary(values: readonly number[], digits = 0) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return {
    median: rounded(median(values), digits),
    least: rounded(least, digits),
    most: rounded(most, digits),
  };
}

/** One line for programs, and one to be read. */
export function tell(bench: string, figures: object, line: string): void {
  process.stdout.write(`${JSON.stringify({ bench, ...figures })}\n${line}\n`);
}
