import { ordinal, wholeNumber } from './numbers.ts';
import type { Match, Reader } from './reader.ts';
import { dayPartSpans, dayParts, months, weekdayPlurals, weekdays } from './words.ts';
import { dayNumber } from './month-day.ts';

/** How often, without the time of day: RRULE parts and the TIMEX3 set. */
export interface Often {
  readonly rrule: string;
  readonly timex: string;
  /** The set is a part of the day and a clock time replaces it. */
  readonly part?: boolean;
}

const iso = ['', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const work = 'MO,TU,WE,TH,FR';

const adverbs: Readonly<Record<string, Often>> = {
  daily: { rrule: 'FREQ=DAILY', timex: 'P1D' },
  everyday: { rrule: 'FREQ=DAILY', timex: 'P1D' },
  nightly: { rrule: 'FREQ=DAILY', timex: 'P1D' },
  hourly: { rrule: 'FREQ=HOURLY', timex: 'PT1H' },
  weekly: { rrule: 'FREQ=WEEKLY', timex: 'P1W' },
  biweekly: { rrule: 'FREQ=WEEKLY;INTERVAL=2', timex: 'P2W' },
  fortnightly: { rrule: 'FREQ=WEEKLY;INTERVAL=2', timex: 'P2W' },
  monthly: { rrule: 'FREQ=MONTHLY', timex: 'P1M' },
  bimonthly: { rrule: 'FREQ=MONTHLY;INTERVAL=2', timex: 'P2M' },
  quarterly: { rrule: 'FREQ=MONTHLY;INTERVAL=3', timex: 'P3M' },
  yearly: { rrule: 'FREQ=YEARLY', timex: 'P1Y' },
  annually: { rrule: 'FREQ=YEARLY', timex: 'P1Y' },
  annual: { rrule: 'FREQ=YEARLY', timex: 'P1Y' },
};

/** `daily`, `bi-weekly`, `semi-annually`. */
export function adverb(reader: Reader, index: number): Match<Often> | undefined {
  const plain = adverbs[reader.at(index)];
  if (plain) return { value: plain, next: index + 1 };
  const bi = reader.any(index, ['bi - weekly', 'bi weekly']);
  if (bi) return { value: { rrule: 'FREQ=WEEKLY;INTERVAL=2', timex: 'P2W' }, next: bi };
  const semi = reader.any(index, [
    'semi - annually',
    'semiannually',
    'semi - annual',
    'semi annually',
    'semiannual',
    'biannually',
  ]);
  return semi ? { value: { rrule: 'FREQ=MONTHLY;INTERVAL=6', timex: 'P0.5Y' }, next: semi } : undefined;
}

const unitSets: Readonly<Record<string, readonly [string, (count: number) => string]>> = {
  minute: ['MINUTELY', (n) => `PT${n}M`],
  hour: ['HOURLY', (n) => `PT${n}H`],
  day: ['DAILY', (n) => `P${n}D`],
  week: ['WEEKLY', (n) => `P${n}W`],
  fortnight: ['WEEKLY', (n) => `P${n * 2}W`],
  month: ['MONTHLY', (n) => `P${n}M`],
  quarter: ['MONTHLY', (n) => `P${n * 3}M`],
  year: ['YEARLY', (n) => `P${n}Y`],
  weekend: ['WEEKLY', (n) => `P${n}WE`],
};

function unitSet(word: string, count: number): Often | undefined {
  const unit = unitSets[word.replace(/s$/, '')];
  if (!unit) return undefined;
  const name = word.replace(/s$/, '');
  const interval = count * ({ fortnight: 2, quarter: 3 }[name] ?? 1);
  const days = name === 'weekend' ? ';BYDAY=SA,SU' : '';
  return { rrule: `FREQ=${unit[0]}${interval > 1 ? `;INTERVAL=${interval}` : ''}${days}`, timex: unit[1](count) };
}

function weekdaySet(days: readonly number[], interval: number): Often {
  const byDay = [...new Set(days)]
    .sort((a, b) => a - b)
    .map((day) => iso[day])
    .join(',');
  const first = days[0] ?? 1;
  return {
    rrule: `FREQ=WEEKLY${interval > 1 ? `;INTERVAL=${interval}` : ''};BYDAY=${byDay}`,
    timex: `XXXX-WXX-${first}`,
  };
}

/** `Monday`, `Monday, Wednesday and Friday`, `Tuesdays and Thursdays`. */
export function weekdayList(reader: Reader, index: number, plural: boolean): Match<number[]> | undefined {
  const name = (at: number) =>
    weekdayPlurals[reader.at(at)] ?? (plural && at === index ? undefined : weekdays[reader.at(at)]);
  const first = name(index);
  if (first === undefined) return undefined;
  const days = [first];
  let next = index + 1;
  for (let count = 0; count < 6; count++) {
    const link = reader.skip(next, ', and', ',', 'and', '&', '/', 'and on', 'and every', 'or');
    const more = link > next ? name(reader.skip(link, 'on', 'every')) : undefined;
    if (more === undefined) break;
    days.push(more);
    next = reader.skip(link, 'on', 'every') + 1;
  }
  return { value: days, next };
}

/** What stands after "every": a count and a unit, weekdays, a part of the day, the nth of the month. */
export function everyWhat(reader: Reader, index: number): Match<Often> | undefined {
  const other = reader.any(index, ['other', 'second', '2nd']);
  const third = reader.any(index, ['third', '3rd']);
  const interval = other ? 2 : third ? 3 : 1;
  const from = other ?? third ?? reader.skip(index, 'single');
  const monthly = nthWeekday(reader, index);
  if (monthly) return monthly;
  const list = weekdayList(reader, from, false);
  if (list) return { value: weekdaySet(list.value, interval), next: list.next };
  const workday = reader.any(from, [
    'weekday',
    'weekdays',
    'workday',
    'workdays',
    'business day',
    'working day',
    'work day',
  ]);
  if (workday) return { value: { rrule: `FREQ=WEEKLY;BYDAY=${work}`, timex: 'XXXX-WD' }, next: workday };
  const part = dayParts[reader.at(from)];
  if (part) return { value: partSet(part), next: from + 1 };
  const counted = wholeNumber(reader, from);
  const unit = counted ? unitSet(reader.at(counted.next), counted.value) : unitSet(reader.at(from), interval);
  if (unit) return { value: unit, next: (counted?.next ?? from) + 1 };
  const month = months[reader.at(from)];
  if (month !== undefined) {
    const day = dayNumber(reader, from + 1);
    const byDay = day ? `;BYMONTHDAY=${day.value}` : '';
    const timex = `XXXX-${String(month).padStart(2, '0')}${day ? `-${String(day.value).padStart(2, '0')}` : ''}`;
    return { value: { rrule: `FREQ=YEARLY;BYMONTH=${month}${byDay}`, timex }, next: day?.next ?? from + 1 };
  }
  const day = ordinal(reader, from);
  const ofMonth =
    day && reader.any(day.next, ['of the month', 'of each month', 'of every month', 'day of the month', 'of month']);
  if (day && ofMonth)
    return {
      value: { rrule: `FREQ=MONTHLY;BYMONTHDAY=${day.value}`, timex: `XXXX-XX-${String(day.value).padStart(2, '0')}` },
      next: ofMonth,
    };
  return undefined;
}

/** The night of every night: `TNI`. */
export function partSet(part: keyof typeof dayPartSpans): Often {
  const timex = { morning: 'TMO', afternoon: 'TAF', evening: 'TEV', night: 'TNI' }[part];
  return { rrule: 'FREQ=DAILY', timex, part: true };
}

/** `first Monday of the month`, `last Friday of every month`, `every 2nd Tuesday of the month`, `the 15th of each month`. */
export function nthWeekday(reader: Reader, index: number): Match<Often> | undefined {
  const from = reader.skip(index, 'the');
  const last = reader.at(from) === 'last';
  const nth = last ? { value: -1, next: from + 1 } : ordinal(reader, from);
  if (!nth) return undefined;
  const weekday = weekdays[reader.at(nth.next)];
  const workday = reader.at(nth.next) === 'weekday' || reader.at(nth.next) === 'workday' ? nth.next + 1 : undefined;
  const day = reader.at(nth.next) === 'day' ? nth.next + 1 : undefined;
  const after = weekday !== undefined ? nth.next + 1 : (workday ?? day ?? nth.next);
  const every = reader.any(after, [
    'of every month',
    'of each month',
    'every month',
    'each month',
    'in every month',
    'in each month',
    'monthly',
    'of every',
    'of each',
  ]);
  const the =
    every ??
    (/^(?:every|each|on)$/.test(reader.at(index - 1)) && reader.at(index - 2) !== 'is'
      ? reader.any(after, ['of the month', 'in the month', 'of month'])
      : undefined);
  if (the === undefined || (/^(?:every|each)$/.test(reader.at(the - 1)) && reader.at(the - 1) !== 'month'))
    return undefined;
  if (every === undefined && !/^(?:every|each)$/.test(reader.at(index - 1))) return undefined;
  if (weekday !== undefined)
    return {
      value: { rrule: `FREQ=MONTHLY;BYDAY=${nth.value}${iso[weekday]}`, timex: `XXXX-XX-WXX-${weekday}-#${nth.value}` },
      next: the,
    };
  if (workday !== undefined)
    return { value: { rrule: `FREQ=MONTHLY;BYDAY=${work};BYSETPOS=${nth.value}`, timex: 'P1M' }, next: the };
  if (nth.value === 0 || nth.value > 31) return undefined;
  return {
    value: { rrule: `FREQ=MONTHLY;BYMONTHDAY=${nth.value}`, timex: `XXXX-XX-${String(nth.value).padStart(2, '0')}` },
    next: the,
  };
}
