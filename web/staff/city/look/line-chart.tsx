interface Line {
  name: string;
  /** `full` or `dashed`: told apart without colour. */
  look: 'full' | 'dashed' | 'faint';
  values: number[];
}

const WIDTH = 640;
const HEIGHT = 200;
const PAD = 28;

/** Lines over days in SVG, for the eye; a table beside it says the same. */
export function LineChart({ lines, labels }: { lines: Line[]; labels: [string, string] }) {
  const most = Math.max(1, ...lines.flatMap(({ values }) => values));
  const length = Math.max(2, ...lines.map(({ values }) => values.length));
  const x = (at: number) => PAD + (at * (WIDTH - PAD - 8)) / (length - 1);
  const y = (value: number) => HEIGHT - PAD - (value * (HEIGHT - PAD - 8)) / most;
  const middle = Math.round(most / 2);
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
      {[...new Set([0, middle, most])].map((value) => (
        <g key={value}>
          <line className="chart-grid" x1={PAD} x2={WIDTH - 8} y1={y(value)} y2={y(value)} />
          <text x={PAD - 6} y={y(value) + 5} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      <text x={PAD} y={HEIGHT - 6}>
        {labels[0]}
      </text>
      <text x={WIDTH - 8} y={HEIGHT - 6} textAnchor="end">
        {labels[1]}
      </text>
      {lines.map(({ name, look, values }) => (
        <polyline
          key={name}
          className={`chart-line ${look}`}
          points={values.map((value, at) => `${x(at)},${y(value)}`).join(' ')}
        />
      ))}
    </svg>
  );
}

/** How a number went, without a scale: the numbers stand beside it. */
export function Sparkline({ values }: { values: number[] }) {
  const most = Math.max(1, ...values);
  const step = 100 / Math.max(1, values.length);
  return (
    <svg className="spark" viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden>
      {values.map((value, at) => (
        <rect
          key={`${at}-${value}`}
          x={at * step}
          y={24 - (22 * value) / most}
          width={Math.max(0.5, step - 0.6)}
          height={(22 * value) / most + 1}
        />
      ))}
    </svg>
  );
}
