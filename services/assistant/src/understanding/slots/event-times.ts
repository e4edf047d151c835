import { daySeconds } from '../time/civil.ts';
import { timeExpressions, type TimeExpression } from '../time/expressions.ts';
import { firstDay } from '../time/series.ts';
import type { TimeReading } from '../time/values.ts';
import { toWhen } from '../time/when.ts';
import type { Found, Intent, Slots } from '../types.ts';
import type { When } from '../when-types.ts';
import type { Page } from './page.ts';

interface Placed {
  readonly when: Found<When>;
  readonly expression: TimeExpression;
}

/** Every time of the message that is a point or a stretch. */
function whens(page: Page, workday: boolean): Placed[] {
  return page.times.flatMap((expression) => {
    if (page.isUsed(expression.span.start)) return [];
    const when = toWhen(expression.value, { ...page.options, workday });
    if (!when) return [];
    const sure = when.impossible ? 0.9 : when.halfDayGuessed ? 0.7 : 0.95;
    return [{ when: { value: when, span: expression.span, text: expression.text, sure }, expression }];
  });
}

/** The first time of a message about mail. */
export function mailWhen(page: Page): Found<When> | undefined {
  return whens(page, false)[0]?.when;
}

/** Fills `when`, `newWhen` and `recurrence` from the times of a message about events. */
export function eventTimes(page: Page, intent: Intent, slots: Slots): void {
  const set = mainSet(page);
  if (set?.value.kind === 'set' && intent !== 'calendar.free') {
    slots.recurrence = {
      value: { rrule: set.value.rrule, timex: set.value.timex },
      span: set.span,
      text: set.text,
      sure: 0.9,
    };
  }
  const found = whens(page, true);
  if (intent === 'calendar.move' || intent === 'calendar.update') return moveTimes(page, found, slots);
  const merged = mergedWhen(page, found);
  if (merged) slots.when = merged;
  if (set && intent === 'calendar.create') slots.when = seriesStart(page, set, slots.when) ?? slots.when;
}

/** Of "a weekly 1:1 every other Thursday at 10", the set that says most. */
function mainSet(page: Page): TimeExpression | undefined {
  const said = (expression: TimeExpression) =>
    expression.value.kind === 'set'
      ? expression.value.rrule.length + (expression.value.seconds === undefined ? 0 : 20)
      : 0;
  return page.times.filter(({ value }) => value.kind === 'set').sort((a, b) => said(b) - said(a))[0];
}

const toward = /\b(?:to|instead|until|till)\s*(?:the\s)?$/iu;
const before = (page: Page, expression: TimeExpression) =>
  page.text.slice(Math.max(0, expression.span.start - 9), expression.span.start);

function moveTimes(page: Page, found: readonly Placed[], slots: Slots): void {
  for (const { expression } of found) {
    const halves = fromTo(page, expression);
    if (!halves) continue;
    [slots.when, slots.newWhen] = halves;
    return;
  }
  const goes =
    found.findLast(({ expression }) => toward.test(before(page, expression))) ??
    (found.length === 1 && /\b(?:for|at|on)\s*$/iu.test(before(page, found[0]!.expression)) && isMove(page)
      ? found[0]
      : undefined);
  if (goes) slots.newWhen = goes.when;
  const rest = found.filter((placed) => placed !== goes);
  if (rest[0]) slots.when = rest[0].when;
}

const isMove = (page: Page) => !/\b(?:add|invite|remove|rename|uninvite)\b/iu.test(page.text);

/** "from Monday to Wednesday at 11" said of a move is two times, not a stretch. */
function fromTo(page: Page, expression: TimeExpression): [Found<When>, Found<When>] | undefined {
  if (expression.value.kind !== 'range') return undefined;
  const match = /^(from\s.+?)\s(to\s.+)$/isu.exec(expression.text);
  if (!match?.[1] || !match[2]) return undefined;
  const start = expression.span.start;
  const read = (text: string, at: number) => {
    const lead = /^(?:from|to)\s/i.exec(text)?.[0].length ?? 0;
    const inner = timeExpressions(text.slice(lead), page.options)[0];
    const bare = /^\d{1,2}$/.test(text.slice(lead))
      ? ({ kind: 'time', seconds: Number(text.slice(lead)) * 3600, halfDay: true } as const)
      : undefined;
    const value = toWhen(inner?.value ?? bare ?? { kind: 'duration', months: 0, days: 0, seconds: 0 }, {
      ...page.options,
      workday: true,
    });
    return value && page.found(value, at + lead, at + text.length, 0.85);
  };
  const from = read(match[1], start);
  const to = read(match[2], start + match[1].length + 1);
  return from && to ? [from, to] : undefined;
}

/** "tomorrow … at 3": a day and a time that other words stand between. */
function mergedWhen(page: Page, found: readonly Placed[]): Found<When> | undefined {
  const [first, second] = found;
  if (!first || !second) return first?.when;
  const day = found.find(({ when }) => when.value.allDay && !when.value.window && when.value.start);
  const clock = found.find(({ when }) => when.value.dateGuessed && !when.value.allDay && when.value.start);
  const part = found.find(({ when }) => when.value.dayPart)?.when.value.dayPart;
  if (part && first.when.value.allDay && first.when.value.window)
    return { ...first.when, value: { ...first.when.value, dayPart: part } };
  if (!day || !clock) return first.when;
  const date = Date.parse(day.when.value.start ?? '') / 1000;
  const ofDay = (local: string) => (Date.parse(`${local}Z`) / 1000) % daySeconds;
  const start = date + ofDay(clock.when.value.start ?? '');
  const long = clock.when.value.end
    ? Date.parse(`${clock.when.value.end}Z`) / 1000 - Date.parse(`${clock.when.value.start}Z`) / 1000
    : 0;
  const value: TimeReading =
    long > 0
      ? { kind: 'range', grain: 'moment', start, end: start + long, named: clock.when.value.window }
      : { kind: 'moment', at: start };
  const when = toWhen(value, page.options);
  if (!when) return first.when;
  const guessed = clock.when.value.halfDayGuessed && { halfDayGuessed: true as const };
  return { ...clock.when, value: { ...when, ...guessed }, text: `${day.when.text} ${clock.when.text}`, sure: 0.85 };
}

/** The first time of a series: the day that was said or the first that fits, at the set's time. */
function seriesStart(page: Page, set: TimeExpression, said: Found<When> | undefined): Found<When> | undefined {
  if (set.value.kind !== 'set') return undefined;
  if (said && !said.value.allDay && !said.value.dateGuessed) return said;
  const today = Math.floor(page.options.now / daySeconds);
  const clock =
    said?.value.dateGuessed && said.value.start ? (Date.parse(`${said.value.start}Z`) / 1000) % daySeconds : undefined;
  const at = set.value.seconds === undefined ? clock : workdayHour(set.value.seconds, set.value.halfDay === true);
  const from = said?.value.allDay && said.value.start ? Date.parse(said.value.start) / 86_400_000 : today;
  const passed = from === today && at !== undefined && today * daySeconds + at <= page.options.now;
  const day = firstDay(set.value.rrule, passed ? from + 1 : from);
  const end =
    said?.value.dateGuessed && said.value.end && at !== undefined
      ? (Date.parse(`${said.value.end}Z`) / 1000) % daySeconds
      : undefined;
  const moment = day * daySeconds + (at ?? 0);
  const value: TimeReading =
    at === undefined
      ? { kind: 'date', day }
      : end !== undefined && end > at
        ? { kind: 'range', grain: 'moment', start: moment, end: day * daySeconds + end }
        : { kind: 'moment', at: moment };
  const when = toWhen(value, { ...page.options, workday: false });
  return when && { value: when, span: set.span, text: set.text, sure: 0.85 };
}

const workdayHour = (seconds: number, halfDay: boolean) => (halfDay && seconds < 7 * 3600 ? seconds + 43_200 : seconds);
