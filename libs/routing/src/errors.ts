/** An instant that is not ISO 8601 with an offset. */
export class InvalidInstant extends Error {
  readonly code = 'routing.instant-invalid';

  constructor(readonly instant: string) {
    super(`not an ISO instant with its offset: ${instant}`);
  }
}

/** Two agencies with one code: the directory cannot say which is meant. */
export class DuplicateAgency extends Error {
  readonly code = 'routing.agency-duplicate';

  constructor(readonly agency: string) {
    super(`agency code used twice: ${agency}`);
  }
}

/** A feature that is no usable ward; `feature` is its code, or its place in the collection. */
export class InvalidShape extends Error {
  readonly code = 'routing.shape-invalid';

  constructor(
    readonly feature: string,
    readonly problem: string,
  ) {
    super(`feature ${feature}: ${problem}`);
  }
}

/** A rule set that cannot be compiled: the router that was there goes on. `rule` is null for the set as a whole. */
export class BrokenRuleSet extends Error {
  readonly code = 'routing.rule-set-broken';

  constructor(
    readonly rule: string | null,
    readonly problem: string,
  ) {
    super(`${rule === null ? 'rule set' : `rule ${rule}`}: ${problem}`);
  }
}
