/** ISO weekdays by every name they go by. */
export const weekdays: Readonly<Record<string, number>> = {
  monday: 1,
  mon: 1,
  tuesday: 2,
  tue: 2,
  tues: 2,
  wednesday: 3,
  wed: 3,
  weds: 3,
  wednes: 3,
  wedensday: 3,
  thursday: 4,
  thu: 4,
  thur: 4,
  thurs: 4,
  friday: 5,
  fri: 5,
  saturday: 6,
  sat: 6,
  sunday: 7,
  sun: 7,
};

/** The same for "on Mondays". */
export const weekdayPlurals: Readonly<Record<string, number>> = {
  mondays: 1,
  tuesdays: 2,
  wednesdays: 3,
  thursdays: 4,
  fridays: 5,
  saturdays: 6,
  sundays: 7,
};

export const months: Readonly<Record<string, number>> = {
  january: 1,
  jan: 1,
  february: 2,
  feb: 2,
  march: 3,
  mar: 3,
  april: 4,
  apr: 4,
  may: 5,
  june: 6,
  jun: 6,
  july: 7,
  jul: 7,
  august: 8,
  aug: 8,
  september: 9,
  sep: 9,
  sept: 9,
  october: 10,
  oct: 10,
  november: 11,
  nov: 11,
  december: 12,
  dec: 12,
};

/** Month names that are words of their own. */
export const doubtfulMonths: ReadonlySet<string> = new Set(['may', 'march', 'mar', 'sun', 'sat', 'dec', 'jan']);

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'workday'
  | 'week'
  | 'weekend'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century';

export const unitWords: Readonly<Record<string, Unit>> = {
  second: 'second',
  seconds: 'second',
  sec: 'second',
  secs: 'second',
  minute: 'minute',
  minutes: 'minute',
  min: 'minute',
  mins: 'minute',
  hour: 'hour',
  hours: 'hour',
  hr: 'hour',
  hrs: 'hour',
  h: 'hour',
  day: 'day',
  days: 'day',
  night: 'day',
  nights: 'day',
  week: 'week',
  weeks: 'week',
  wk: 'week',
  wks: 'week',
  weekend: 'weekend',
  weekends: 'weekend',
  fortnight: 'fortnight',
  "fortnight's": 'fortnight',
  "week's": 'week',
  "day's": 'day',
  "month's": 'month',
  "year's": 'year',
  "hour's": 'hour',
  fortnights: 'fortnight',
  month: 'month',
  months: 'month',
  quarter: 'quarter',
  quarters: 'quarter',
  qtr: 'quarter',
  year: 'year',
  years: 'year',
  yr: 'year',
  yrs: 'year',
  decade: 'decade',
  decades: 'decade',
  century: 'century',
  centuries: 'century',
  workday: 'workday',
  workdays: 'workday',
  weekday: 'workday',
  weekdays: 'workday',
};

/** Letters that are units only right after digits: `30m`, `3Y`. */
export const gluedUnits: Readonly<Record<string, Unit>> = { m: 'minute', d: 'day', w: 'week', y: 'year', s: 'second' };

/** Words before a weekday or a period that pick which one. */
export const thisWords = ['this', 'current', 'the current', 'the same', 'same', 'that', 'this very'] as const;
export const nextWords = [
  'next',
  'the next',
  'coming',
  'the coming',
  'this coming',
  'upcoming',
  'the upcoming',
  'this upcoming',
  'following',
  'the following',
] as const;
export const lastWords = [
  'last',
  'the last',
  'previous',
  'the previous',
  'past',
  'the past',
  'this past',
  'this last',
] as const;

export const dayParts: Readonly<Record<string, 'morning' | 'afternoon' | 'evening' | 'night'>> = {
  morning: 'morning',
  mornings: 'morning',
  morn: 'morning',
  afternoon: 'afternoon',
  afternoons: 'afternoon',
  arvo: 'afternoon',
  evening: 'evening',
  evenings: 'evening',
  night: 'night',
  nights: 'night',
  nite: 'night',
};

const hour = 3600;
/** Where each part of a day begins and ends, in seconds; the night ends before the clock turns. */
export const dayPartSpans = {
  morning: [8 * hour, 12 * hour],
  afternoon: [12 * hour, 16 * hour],
  evening: [16 * hour, 20 * hour],
  night: [20 * hour, 24 * hour - 1],
} as const;
