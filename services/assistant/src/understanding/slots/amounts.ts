import type { TimeExpression } from '../time/expressions.ts';
import { totalSeconds } from '../time/values.ts';
import type { Found, Slots } from '../types.ts';
import type { Page } from './page.ts';

const before = /^\W{0,2}(?:before|in advance|beforehand|prior|ahead|early)/iu;
const reminderLead = /(?:remind(?:er|ers)?|notification|alert|heads[- ]up)[^.!?"]{0,40}$/iu;
const reminderAfter = /^[-\s]?(?:reminder|notification|alert|heads[- ]up)/iu;
const bufferAround =
  /^\s?(?:of\s)?(?:buffer|gap|break|padding|travel time|in between|between (?:them|meetings|each))/iu;
const later = /^\s?(?:later|back|forward|after that|from then)/iu;
const earlier = /^\s?(?:earlier|sooner|before that)/iu;

/** Lengths of time told apart by what stands beside them: the event's own, a reminder, a shift, a buffer. */
export function lengths(page: Page, moving: boolean): Slots {
  const slots: Slots = {};
  for (const expression of page.times) {
    const moved = moving ? shiftOf(expression, page.options.now) : undefined;
    if (moved !== undefined && !slots.shiftMinutes) {
      slots.shiftMinutes = { value: moved, span: expression.span, text: expression.text, sure: 0.9 };
      page.use(expression.span);
    }
    if (expression.value.kind !== 'duration') continue;
    const minutes = Math.round(totalSeconds(expression.value) / 60);
    if (minutes <= 0 || page.isUsed(expression.span.start)) continue;
    const ahead = page.text.slice(expression.span.end, expression.span.end + 30);
    const behind = page.text.slice(Math.max(0, expression.span.start - 60), expression.span.start);
    const found = (value: number): Found<number> => ({
      value,
      span: expression.span,
      text: expression.text,
      sure: 0.9,
    });
    if (
      before.test(ahead) && !moving && minutes <= 40_320 ? true : reminderAfter.test(ahead) || reminderLead.test(behind)
    ) {
      slots.reminderMinutes = [...(slots.reminderMinutes ?? []), found(minutes)].slice(0, 5);
      page.use(reminderSpan(page, expression.span.start, expression.span.end));
    } else if (bufferAround.test(ahead) || /\bbuffer(?: of)?\s$/iu.test(behind)) slots.bufferMinutes = found(minutes);
    else if (moving && isShift(behind, ahead)) slots.shiftMinutes = found(shiftSign(behind, ahead) * minutes);
    else if (!slots.durationMinutes && minutes <= 60 * 24 * 31) slots.durationMinutes = found(minutes);
    else continue;
    page.use(expression.span);
  }
  return slots;
}

/** "15 minutes earlier", "an hour later": said of a move, counted from the event and not from now. */
function shiftOf({ value, text }: TimeExpression, now: number): number | undefined {
  if (value.kind !== 'moment' || !value.exact || !/\b(?:earlier|later|back|sooner)$/iu.test(text)) return undefined;
  const minutes = Math.round((value.at - now) / 60);
  return minutes === 0 ? undefined : minutes;
}

/** The words around a reminder's length that belong to it. */
function reminderSpan(page: Page, start: number, end: number): { start: number; end: number } {
  const behind = page.text.slice(Math.max(0, start - 60), start);
  const lead =
    /(?:,\s?)?(?:\band\s)?(?:\bplease\s)?\b(?:remind me|with an?|(?:set|add|send me|give me|put)(?: me)? an? (?:reminder|alert|notification)|(?:reminder|alert|notification)s?)(?:\s(?:at|of|for|to))?\s$/iu.exec(
      behind,
    );
  const tail =
    /^[-\s]{0,2}(?:(?:before(?:hand)?|in advance|prior|ahead|early|reminder|notification|alert)\b\s?){1,2}(?:it starts|the (?:event|meeting|start))?/iu.exec(
      page.text.slice(end, end + 40),
    );
  return { start: start - (lead?.[0].length ?? 0), end: end + (tail?.[0].trimEnd().length ?? 0) };
}

function isShift(behind: string, ahead: string): boolean {
  return (
    later.test(ahead) ||
    earlier.test(ahead) ||
    /\b(?:by|back|forward|up|out|ahead)\s$/iu.test(behind) ||
    /\b(?:push|bump|delay|postpone|shift|move|slide)\b/iu.test(behind)
  );
}

function shiftSign(behind: string, ahead: string): 1 | -1 {
  if (earlier.test(ahead) || /\b(?:forward|up|earlier|sooner|ahead)\b[^.]{0,12}$/iu.test(behind)) return -1;
  return 1;
}

const countWords: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  dozen: 12,
};

/** `last 5 emails`, `ten most recent messages`, `top 3`. */
export function countOf(page: Page): Found<number> | undefined {
  const match = page.match(
    /\b(?:(?:last|latest|recent|newest|first|next|top|past)\s)?(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|dozen)\s(?:(?:most\s)?(?:recent|latest|newest|unread|new|last|upcoming|oldest)\s)?(?:e-?mails?|mails|messages|meetings|events|appointments|results|threads|conversations|slots|options)\b/iu,
  );
  const top = match ?? page.match(/\btop\s(\d{1,3})\b/iu);
  const word = top?.[1]?.toLowerCase();
  const value = word === undefined ? undefined : (countWords[word] ?? Number(word));
  if (!top || value === undefined || !(value > 0) || value > 250) return undefined;
  return page.found(value, top.index, top.index + top[0].length, 0.9);
}

const ordinals: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  fifth: 5,
  '5th': 5,
  sixth: 6,
  '6th': 6,
  seventh: 7,
  '7th': 7,
  eighth: 8,
  '8th': 8,
  ninth: 9,
  tenth: 10,
  last: -1,
  latest: -1,
  next: 1,
  newest: -1,
  'most recent': -1,
  final: -1,
};

/** `my next meeting`, `the last email`, `the second one`: which of several. */
export function ordinalOf(page: Page): Found<number> | undefined {
  const match = page.match(
    /\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|1st|2nd|3rd|[4-8]th|last|latest|next|newest|most recent|final)\s(?:[\p{L}'’&-]{1,20}\s){0,3}?(?:one|meeting|event|appointment|call|e-?mail|mail|message|thread|option|result|slot|item|reminder|time|invitation|invite|stand-?up|sync|session)\b/iu,
  );
  const word = match?.[1]?.toLowerCase();
  const value = word === undefined ? undefined : ordinals[word];
  if (!match || value === undefined) return undefined;
  return page.found(value, match.index, match.index + (match[1]?.length ?? 0), 0.85);
}
