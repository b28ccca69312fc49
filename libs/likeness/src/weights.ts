/** Every figure of the comparison. Proposals of this project, set on its labelled samples. */
export const weights = {
  bars: { likely: 0.5, sure: 0.75 },
  kind: { same: 1, suggested: 0.85, family: 0.8 },
  /** At the edge of the radius or window; at twice of it nothing is left. */
  edge: 0.5,
  /** Where a category has no radius of its own. */
  unlocatedMeters: 50,
  /** The rule of what has no category yet. */
  unclassified: { radiusMeters: 150, windowHours: 72 },
  /** Where a point is missing: what the words say of the place. A street alone is long, and never sure. */
  words: { sameNumber: 0.9, sameName: 0.65, otherNumber: 0.55, otherLane: 0.35, otherName: 0.3 },
  sameWard: 0.5,
  nowhere: 0.45,
  /** The words move a score down or up by this share; `full` is as alike as different writers come. */
  text: { share: 0.15, full: 0.5 },
} as const;
