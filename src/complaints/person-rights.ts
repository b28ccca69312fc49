/** What a person can ask about the data that is kept of them (Law 91/2025/QH15). */
export const personRights = ['access', 'correct', 'withdraw', 'restrict'] as const;
export type PersonRight = (typeof personRights)[number];

/** The category of the case that each right opens. */
export const categoryOfRight: Record<PersonRight, string> = {
  access: 'DL-01',
  correct: 'DL-02',
  withdraw: 'DL-03',
  restrict: 'DL-04',
};
