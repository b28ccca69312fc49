const MOMENT = '\\d{8}T\\d{6}Z';

/** `dau-moi-hanoi-20260310T020000Z.tar.gz`: by name in the order of time. */
export function archiveName(city: string, at: Date): string {
  const moment = at.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return `dau-moi-${city}-${moment}.tar.gz`;
}

/** What to remove of a folder: archives of this city past the newest, and what a killed process left half written. */
export function superfluous(city: string, names: readonly string[], keep: number): string[] {
  const whole = new RegExp(`^dau-moi-${city}-${MOMENT}\\.tar\\.gz$`);
  const half = new RegExp(`^dau-moi-${city}-${MOMENT}\\.tar\\.gz\\.\\d+\\.part$`);
  const archives = names.filter((name) => whole.test(name)).toSorted();
  return [
    ...archives.slice(0, Math.max(0, archives.length - keep)),
    ...names.filter((name) => half.test(name)),
  ];
}
