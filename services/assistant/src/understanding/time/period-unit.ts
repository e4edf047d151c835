import type { RangeValue } from './values.ts';

export type PeriodUnit =
  'week' | 'workweek' | 'weekend' | 'fortnight' | 'month' | 'quarter' | 'year' | 'decade' | 'century' | 'halfyear';

export const periodWords: Readonly<Record<string, PeriodUnit>> = {
  week: 'week',
  wk: 'week',
  "week's": 'week',
  workweek: 'workweek',
  weekend: 'weekend',
  wkend: 'weekend',
  fortnight: 'fortnight',
  month: 'month',
  "month's": 'month',
  quarter: 'quarter',
  qtr: 'quarter',
  year: 'year',
  yr: 'year',
  "year's": 'year',
  decade: 'decade',
  century: 'century',
};

export function dateRange(start: number | undefined, end: number | undefined, extra?: Partial<RangeValue>): RangeValue {
  return { kind: 'range', grain: 'date', start, end, named: true, ...extra };
}
