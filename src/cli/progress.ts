import { Presets, SingleBar } from 'cli-progress';
import { say } from './say.js';

export interface Progress {
  at(done: number): void;
  end(): void;
}

/** A bar on a terminal; elsewhere a line for every tenth. */
export function progress(label: string, total: number): Progress {
  if (!process.stderr.isTTY) return lines(label, total);
  const bar = new SingleBar(
    { format: `${label} {bar} {percentage} %  {duration_formatted}`, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  let furthest = 0;
  return {
    at: (done) => bar.update((furthest = Math.max(furthest, done))),
    end: () => bar.stop(),
  };
}

function lines(label: string, total: number): Progress {
  let told = 0;
  return {
    at: (done) => {
      const tenths = total === 0 ? 10 : Math.floor((done / total) * 10);
      if (tenths <= told) return;
      told = tenths;
      say(`${label} ${tenths * 10} %`);
    },
    end: () => undefined,
  };
}
