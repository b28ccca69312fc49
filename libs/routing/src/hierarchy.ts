import type { Agency } from './types.js';

type Placed = Pick<Agency, 'code' | 'parent' | 'successor'>;

/** Who stands above and beneath whom. An agency's heir has its people, so it counts as the same unit. */
export class Hierarchy {
  private readonly parents = new Map<string, string>();
  private readonly predecessors = new Map<string, string[]>();
  private readonly barred = new Map<string, ReadonlySet<string>>();
  private readonly codes: readonly string[];

  constructor(agencies: readonly Placed[]) {
    this.codes = agencies.map(({ code }) => code);
    for (const { code, parent, successor } of agencies) {
      if (parent !== null) this.parents.set(code, parent);
      if (successor === null) continue;
      this.predecessors.set(successor, [...(this.predecessors.get(successor) ?? []), code]);
    }
  }

  /** The agency and all above it, nearest first, each followed by those that it has succeeded. */
  withSuperiors(code: string): string[] {
    const found = new Set<string>();
    for (const unit of this.line(code)) this.addWithPredecessors(unit, found);
    return [...found];
  }

  /** Whom a complaint about the agency must not reach: itself, its heirs, and everything beneath them. */
  barredBy(about: string | null): ReadonlySet<string> {
    if (about === null) return nobody;
    const known = this.barred.get(about);
    if (known) return known;
    const below = this.codes.filter((code) => this.withSuperiors(code).includes(about));
    const barred = new Set([about, ...below]);
    this.barred.set(about, barred);
    return barred;
  }

  /** The agency and those above it, nearest first. */
  line(code: string): string[] {
    const line: string[] = [];
    for (
      let unit: string | undefined = code;
      unit !== undefined && !line.includes(unit);
      unit = this.parents.get(unit)
    )
      line.push(unit);
    return line;
  }

  private addWithPredecessors(code: string, found: Set<string>): void {
    if (found.has(code)) return;
    found.add(code);
    for (const one of this.predecessors.get(code) ?? []) this.addWithPredecessors(one, found);
  }
}

const nobody: ReadonlySet<string> = new Set();
