import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { Optional, TextField } from '../../../platform/http/fields.js';
import type { Rate } from '../../../complaints/dto/tracking.dto.js';
import { factorWords } from './words.js';

const Score = () => (target: object, name: string) => {
  for (const rule of [Type(() => Number), IsInt(), Min(1), Max(5)]) rule(target, name);
};

/** A rating as a form sends it: each factor a field of its own. */
export class RateForm {
  @Score()
  score: number;

  @Optional()
  @Score()
  access?: number;

  @Optional()
  @Score()
  procedure?: number;

  @Optional()
  @Score()
  official?: number;

  @Optional()
  @Score()
  result?: number;

  @Optional()
  @Score()
  feedback?: number;

  @TextField({ max: 2000, optional: true })
  text?: string;
}

export type Factor = keyof typeof factorWords;
export const factors = Object.keys(factorWords) as Factor[];

export function ratingOf({ score, text, ...given }: RateForm): Rate {
  const rated = factors.flatMap((name) => {
    const value = given[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { score, factors: Object.fromEntries(rated), ...(text !== undefined && { text }) };
}
