import { formatDay } from './civil.ts';
import { clock } from './clock.ts';
import { clockRange } from './clock-range.ts';
import { date } from './date.ts';
import { datedPart, dayPart } from './day-part.ts';
import { anyPeriod } from './counted-period.ts';
import { wholeNumber } from './numbers.ts';
import type { Match, Reader } from './reader.ts';
import { adverb, everyWhat, nthWeekday, partSet, weekdayList, type Often } from './set-unit.ts';
import type { SetValue } from './values.ts';
import { dayParts, weekdays } from './words.ts';
import { intoPart } from './day-part.ts';

const everyWords = ['every', 'each', 'any', 'once every', 'once each', 'on every', 'at every'];
const twice: Readonly<Record<string, string>> = { week: 'P1W', day: 'P1D', month: 'P1M', year: 'P1Y' };
const freq: Readonly<Record<string, string>> = { week: 'WEEKLY', day: 'DAILY', month: 'MONTHLY', year: 'YEARLY' };

/** The set without its time of day. */
function often(reader: Reader, index: number): Match<Often> | undefined {
  const plain = adverb(reader, index);
  if (plain) return plain;
  const every = reader.any(index, everyWords);
  if (every !== undefined) {
    const what = everyWhat(reader, every);
    const any = reader.at(every - 1) === 'any';
    return what &&
      (!any || /^(?:weekend|day|weekday|year|month)$/.test(reader.at(every))) &&
      !(any && reader.at(every) === 'day')
      ? what
      : undefined;
  }
  const per = reader.any(index, ['once a', 'once per', 'one a', 'twice a', 'one per', 'once in a']);
  const unit = per === undefined ? undefined : reader.at(per);
  if (per !== undefined && unit !== undefined && twice[unit])
    return { value: { rrule: `FREQ=${freq[unit]}`, timex: twice[unit] }, next: per + 1 };
  const monthly = nthWeekday(reader, index);
  if (monthly) return monthly;
  return plurals(reader, reader.skip(index, 'on', 'on the'));
}

/** `Mondays`, `Tuesdays and Thursdays`, `weekdays`, `weekends`, `mornings`. */
function plurals(reader: Reader, index: number): Match<Often> | undefined {
  const list = weekdayList(reader, index, true);
  if (list) {
    const days = list.value.sort((a, b) => a - b);
    const names = days.map((day) => ['', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][day]).join(',');
    return { value: { rrule: `FREQ=WEEKLY;BYDAY=${names}`, timex: `XXXX-WXX-${days[0]}` }, next: list.next };
  }
  const one = weekdays[reader.at(index)];
  const partName = /^(?:mornings|afternoons|evenings|nights)$/.test(reader.at(index + 1))
    ? dayParts[reader.at(index + 1)]
    : undefined;
  if (one !== undefined && partName) {
    const day = ['', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][one];
    return {
      value: { rrule: `FREQ=WEEKLY;BYDAY=${day}`, timex: `XXXX-WXX-${one}${partSet(partName).timex}` },
      next: index + 2,
    };
  }
  const word = reader.at(index);
  if (word === 'weekdays' && !wholeNumber(reader, index - 1))
    return { value: { rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', timex: 'XXXX-WD' }, next: index + 1 };
  if (word === 'weekends' && !wholeNumber(reader, index - 1))
    return { value: { rrule: 'FREQ=WEEKLY;BYDAY=SA,SU', timex: 'P1WE' }, next: index + 1 };
  const part = /^(?:mornings|afternoons|evenings|nights)$/.test(word) ? dayParts[word] : undefined;
  const counted =
    part && (wholeNumber(reader, index - 1) || reader.at(index - 1) === '-' || reader.at(index - 1) === 'the');
  return part && !counted ? { value: partSet(part), next: index + 1 } : undefined;
}

function timexTime(seconds: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `T${pad(h)}${m || s ? `:${pad(m)}` : ''}${s ? `:${pad(s)}` : ''}`;
}

function withTime(value: Often, seconds: number | undefined): SetValue {
  if (seconds === undefined) return { kind: 'set', rrule: value.rrule, timex: value.timex };
  const time = timexTime(seconds);
  const timex =
    value.part || value.timex === 'P1D'
      ? time
      : value.timex.startsWith('X')
        ? `${value.timex.replace(/T[A-Z]{2}$/, '')}${time}`
        : value.timex;
  return { kind: 'set', rrule: value.rrule, timex, seconds };
}

function timeBeside(reader: Reader, index: number, part: boolean): Match<number> | undefined {
  const led = reader.skip(index, ', at', 'at', ',', 'in the', '@');
  const range = clockRange(reader, reader.skip(led, 'from'), true);
  const found = clock(reader, led);
  if (!found || found.value.impossible) return undefined;
  if (found.value.bare && !(led > index && reader.at(led - 1) !== ',')) return undefined;
  const after = dayPart(reader, found.next) ?? datedPart(reader, found.next);
  void range;
  const span = after && 'part' in after.value ? after.value.part : undefined;
  const seconds = span && found.value.halfDay ? intoPart(found.value.seconds, span) : found.value.seconds;
  return { value: part && found.value.halfDay ? seconds : seconds, next: after && span ? after.next : found.next };
}

/** `every Monday at 4pm`, `3pm each day`, `9am Sundays`, `weekdays at 9 until June`, with an end when one is said. */
export function recurringSet(reader: Reader, index: number): Match<SetValue> | undefined {
  return reader.once(readSet, index);
}

function readSet(reader: Reader, index: number): Match<SetValue> | undefined {
  const direct = often(reader, index);
  if (direct) {
    const after = reader.skip(direct.next, 'in the', 'on');
    const part = direct.value.part ? undefined : dayParts[reader.at(after)];
    const set: Often = part ? { ...direct.value, part: direct.value.timex === 'P1D' } : direct.value;
    const rest = part ? after + 1 : direct.next;
    const time = timeBeside(reader, rest, set.part === true);
    const seconds =
      time && set.part && direct.value.part
        ? partTime(direct.value, time.value, clock(reader, reader.skip(rest, 'at'))?.value.halfDay === true)
        : time?.value;
    return bounded(reader, withTime(set, seconds), time?.next ?? rest);
  }
  const time = clock(reader, index);
  if (!time || time.value.impossible) return undefined;
  const link = reader.skip(time.next, 'on', ',', 'on the');
  const set = often(reader, link);
  if (!set || (time.value.bare && !/^(?:at|@)$/.test(reader.at(index - 1)))) return undefined;
  return bounded(reader, withTime(set.value, time.value.seconds), set.next);
}

function partTime(set: Often, seconds: number, halfDay: boolean): number {
  const part = ({ TMO: 'morning', TAF: 'afternoon', TEV: 'evening', TNI: 'night' } as const)[set.timex as 'TMO'];
  return halfDay && part ? intoPart(seconds, part) : seconds;
}

/** `until June`, `for 6 weeks`, `ten times`, `10 occurrences`. */
function bounded(reader: Reader, value: SetValue, next: number): Match<SetValue> {
  const until = reader.any(next, [', until', 'until', 'till', 'til', 'through', 'ending', 'up to']);
  if (until !== undefined) {
    const day = date(reader, until);
    const period = anyPeriod(reader, until);
    const last =
      day && (!period || day.next >= period.next)
        ? day.value.day
        : period?.value.start === undefined
          ? undefined
          : period.value.start - 1;
    const end = day && (!period || day.next >= period.next) ? day.next : period?.next;
    if (last !== undefined && end !== undefined)
      return {
        value: { ...value, rrule: `${value.rrule};UNTIL=${formatDay(last).replaceAll('-', '')}T235959Z` },
        next: end,
      };
  }
  const count = wholeNumber(reader, reader.skip(next, 'for', ', for', ','));
  const times = count && reader.any(count.next, ['times', 'occurrences', 'occurrence', 'sessions']);
  if (count && times && count.value > 0)
    return { value: { ...value, rrule: `${value.rrule};COUNT=${count.value}` }, next: times };
  const unit = count && reader.at(next) === 'for' ? reader.at(count.next).replace(/s$/, '') : '';
  const perWeek = value.rrule.includes('BYDAY=')
    ? (/BYDAY=([A-Z,]+)/.exec(value.rrule)?.[1]?.split(',').length ?? 1)
    : 1;
  if (count && unit === 'week' && value.rrule.startsWith('FREQ=WEEKLY') && !value.rrule.includes('INTERVAL')) {
    return { value: { ...value, rrule: `${value.rrule};COUNT=${count.value * perWeek}` }, next: count.next + 1 };
  }
  if (count && unit === 'day' && value.rrule === 'FREQ=DAILY')
    return { value: { ...value, rrule: `FREQ=DAILY;COUNT=${count.value}` }, next: count.next + 1 };
  return { value, next };
}
