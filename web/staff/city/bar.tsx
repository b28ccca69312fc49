/** How much of the most a number is; the number itself stands beside it. */
export const Bar = ({ part, whole }: { part: number; whole: number }) => (
  <svg className="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
    <rect className="bar-ground" width="100" height="8" />
    <rect className="bar-part" width={whole === 0 ? 0 : (100 * part) / whole} height="8" />
  </svg>
);
