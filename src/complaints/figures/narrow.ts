import type { SelectQueryBuilder } from 'typeorm';
import { fieldError } from '../../platform/errors/domain-error.js';
import type { ComplaintRow } from '../complaint.entity.js';
import type { ListCases } from '../dto/cases.dto.js';
import { complaintsOf, complaintsOfAgency, needsPeriod } from './figures.js';

/** Leaves of the cases those behind a figure. @throws request.invalid for one that lacks its period */
export function narrow(
  query: SelectQueryBuilder<ComplaintRow>,
  { figure, from, before, of }: ListCases,
  now: Date,
): void {
  if (figure === undefined) return;
  if (needsPeriod(figure) && (from === undefined || before === undefined))
    throw fieldError(
      from === undefined ? 'from' : 'before',
      'required',
      'Số liệu này cần kỳ báo cáo.',
      'This figure needs a period.',
    );
  const behind = of === undefined ? complaintsOf(figure) : complaintsOfAgency(figure);
  query.andWhere(`c.id in (${behind})`, { now, from, before, of });
}
