import * as fc from 'fast-check';

/** Small choices taken one after the other out of one large random number, which shrinks well. */
export class Dice {
  constructor(private left: number) {}

  below(sides: number): number {
    const face = this.left % sides;
    this.left = Math.floor(this.left / sides);
    return face;
  }

  oneOf<T>(choices: readonly T[]): T {
    if (choices.length === 0) throw new Error('nothing to choose from');
    return choices[this.below(choices.length)] as T;
  }
}

export const rolls = (most: number) =>
  fc.array(fc.noBias(fc.nat()), { maxLength: most, size: 'max' });
