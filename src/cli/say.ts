/** A line about the work; what a verb finds goes to `tell`. */
export const say = (line: string) => void process.stderr.write(`${line}\n`);

export const tell = (line: string) => void process.stdout.write(`${line}\n`);

const figures = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

export const figure = (value: number) => figures.format(value);

/** "12,3 s, 812 dòng/s" of what took from `since` (performance.now()) until now. */
export function pace(count: number, since: number, unit: string): string {
  const seconds = (performance.now() - since) / 1000;
  return `${figure(seconds)} s, ${figure(Math.round(count / Math.max(seconds, 0.001)))} ${unit}/s`;
}
