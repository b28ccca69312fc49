import { Refusal, type RefusalCode } from '#lifecycle';

/** The code of the refusal that `act` meets, null when it meets none. Other errors pass through. */
export function refusalOf(act: () => unknown): RefusalCode | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
