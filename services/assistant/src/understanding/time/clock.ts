import { halfDay, hourSeconds, timeOf, written } from './half-day.ts';
import { fixedTime } from './named-time.ts';
import { quantity, wholeNumber, wordNumber } from './numbers.ts';
import { type Match, type Reader, longest } from './reader.ts';
import type { TimeValue } from './values.ts';

/** `15:30`, `3:05:20 pm`, `9.30`, `19h30`, `8;30`, `1500 hours`, `340pm`. */
function figures(reader: Reader, index: number): Match<TimeValue> | undefined {
  const text = reader.at(index);
  if (!/^[0-9]{1,4}$/.test(text)) return undefined;
  const separator = reader.at(index + 1);
  const joined = reader.glued(index + 1) && reader.glued(index + 2);
  if (text.length <= 2 && /^[:.h;]$/.test(separator) && joined && /^[0-9]{2}$/.test(reader.at(index + 2))) {
    return withSeconds(reader, index, separator);
  }
  if (text.length <= 2 && separator === 'h' && reader.glued(index + 1)) {
    return { value: { ...timeOf(Number(text), 0, 0, undefined, `${text}h`), bare: true }, next: index + 2 };
  }
  if (text.length >= 3) {
    const half = halfDay(reader, index + 1);
    const number = Number(text);
    if (!half && !(text.length === 4 && reader.any(index + 1, ['hours', 'hrs', 'h']))) return undefined;
    const next = half?.next ?? index + 2;
    return {
      value: timeOf(Math.floor(number / 100), number % 100, 0, half?.value, written(reader, index, next)),
      next,
    };
  }
  return undefined;
}

function withSeconds(reader: Reader, index: number, separator: string): Match<TimeValue> | undefined {
  let next = index + 3;
  let seconds = 0;
  if (
    separator === ':' &&
    reader.at(next) === ':' &&
    /^[0-9]{2}$/.test(reader.at(next + 1)) &&
    reader.glued(next + 1)
  ) {
    seconds = Number(reader.at(next + 1));
    next += 2;
  }
  const half = halfDay(reader, next);
  const hours = Number(reader.at(index));
  const minutes = Number(reader.at(index + 2));
  const value = timeOf(hours, minutes, seconds, half?.value, written(reader, index, next));
  const clear = half ?? ((separator === ':' || separator === 'h') && seconds + hours >= 0);
  if (separator === '.' && !half && value.impossible) return undefined;
  const zeroLed = reader.at(index).startsWith('0') && reader.at(index).length === 2;
  return {
    value: { ...value, ...(!clear && { bare: true }), ...(zeroLed && { halfDay: false }) },
    next: half?.next ?? next,
  };
}

/** `seven`, `7 o'clock`, `7 pm`, `seven thirty five pm`, `ten ten`. */
function spoken(reader: Reader, index: number): Match<TimeValue> | undefined {
  const hour = /^[0-9]{1,2}$/.test(reader.at(index)) ? wholeNumber(reader, index) : wordNumber(reader, index);
  if (!hour || hour.value > 24 || reader.at(index).length > 9) return undefined;
  const oclock = reader.any(hour.next, ["o'clock", 'oclock', "o ' clock", 'o’clock']);
  const ish = oclock ?? reader.skip(hour.next, 'ish');
  const half = halfDay(reader, reader.skip(ish, '-'));
  const next = half?.next ?? ish;
  const plain: Match<TimeValue> = {
    value: {
      ...timeOf(hour.value, 0, 0, half?.value, written(reader, index, next)),
      ...(!half && !oclock && { bare: true }),
    },
    next,
  };
  if (oclock || half || reader.at(hour.next) === 'ish') return plain;
  return longest(plain, withSpokenMinutes(reader, index, hour));
}

function withSpokenMinutes(reader: Reader, index: number, hour: Match<number>): Match<TimeValue> | undefined {
  if (hour.value < 1 || hour.value > 24) return undefined;
  const dash = reader.at(hour.next) === '-' && reader.glued(hour.next) ? hour.next + 1 : hour.next;
  const inWords = reader.tokens[index]?.kind === 'word';
  const minutes =
    /^[0-9]{2}$/.test(reader.at(dash)) && dash === hour.next && !inWords
      ? wholeNumber(reader, dash)
      : inWords
        ? wordNumber(reader, dash)
        : undefined;
  if (!minutes || minutes.value > 59) return undefined;
  if (minutes.value < 10 && !/^(?:oh|zero|0)/.test(reader.at(dash))) return undefined;
  const after = reader.at(minutes.next);
  if (/^(?:min|mins|minutes?|hours?|hrs?|days?|weeks?|months?|years?|people|of|thousand|hundred|%)$/.test(after))
    return undefined;
  const low = minutes.value === 0 ? wordNumber(reader, minutes.next) : undefined;
  const value = low && low.value < 10 ? low.value : minutes.value;
  const end = low && low.value < 10 ? low.next : minutes.next;
  const half = halfDay(reader, end);
  const next = half?.next ?? end;
  return {
    value: { ...timeOf(hour.value, value, 0, half?.value, written(reader, index, next)), ...(!half && { bare: true }) },
    next,
  };
}

/** `half past four`, `a quarter to seven`, `20 minutes to 2pm`, `ten past noon`, `half four` is not read. */
function pastOrTo(reader: Reader, index: number): Match<TimeValue> | undefined {
  const article = reader.any(index, ['half', 'a quarter', 'quarter', 'a half']);
  const amount = article
    ? { value: reader.at(article - 1) === 'half' ? 30 : 15, next: article }
    : quantity(reader, index);
  if (!amount || amount.value > 59 || amount.value < 1 || !Number.isInteger(amount.value)) return undefined;
  const named = reader.any(amount.next, ['minutes', 'minute', 'mins', 'min']);
  const link = named ?? amount.next;
  const word = reader.at(link);
  const after = word === 'past' || word === 'after' || (word === 'from' && named !== undefined);
  const before = word === 'to' || word === 'till' || word === 'before' || word === 'til';
  if (!after && !before) return halfHour(reader, index);
  if (
    before &&
    !article &&
    !named &&
    amount.value !== 5 &&
    amount.value !== 10 &&
    amount.value !== 20 &&
    amount.value !== 25
  )
    return undefined;
  if (before && !article && !named && reader.tokens[index]?.kind === 'number') return undefined;
  if (before && !article && !named && !/^(?:at|by|is|it's|until|till|about|around)$/.test(reader.at(index - 1)))
    return undefined;
  const hour = reader.once(fixedTime, link + 1) ?? figures(reader, link + 1) ?? spoken(reader, link + 1);
  if (!hour || hour.value.impossible) return undefined;
  const shift = (after ? amount.value : -amount.value) * 60;
  const seconds = (hour.value.seconds + shift + 86_400) % 86_400;
  return { value: { kind: 'time', seconds, ...(hour.value.halfDay && { halfDay: true }) }, next: hour.next };
}

/** `half three` is half past three. */
function halfHour(reader: Reader, index: number): Match<TimeValue> | undefined {
  const hour =
    reader.at(index) === 'half' && reader.tokens[index + 1]?.kind === 'word'
      ? wordNumber(reader, index + 1)
      : undefined;
  if (!hour || hour.value < 1 || hour.value > 12 || reader.tokens[hour.next]?.kind === 'word') return undefined;
  return { value: { kind: 'time', seconds: hour.value * hourSeconds + 1800, halfDay: true }, next: hour.next };
}

/** Any time of day that starts here; `bare` marks a plain number. */
export function clock(reader: Reader, index: number): Match<TimeValue> | undefined {
  return reader.once(readClock, index);
}

function readClock(reader: Reader, index: number): Match<TimeValue> | undefined {
  return longest(fixedTime(reader, index), figures(reader, index), pastOrTo(reader, index), spoken(reader, index));
}
