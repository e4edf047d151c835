import { toWhen } from '../time/when.ts';
import type { When } from '../when-types.ts';
import type { Found, Intent, Slots } from '../types.ts';
import { blank, lineOf, Request, unquoted } from './cuts.ts';
import type { Page } from './page.ts';

const word = /(?!(?:to|in|into|on|onto|under|for|from|of|by|due|as|is|are)\b)[^\s,.:;!?"“]+\s+/iu.source;
const holders = 'list|project|board|column';
/** "to my shopping list", "in the launch project", "to my tasks". */
const holderAfter = new RegExp(
  `\\b(?:to|in|into|on|onto|under|from|of|off)\\s+(?:(?:the|my|our|a|this)\\s+)?((?:${word}){0,4}?)(?:(?:to-?do|task)\\s+)?(?:${holders}|tasks|to-?dos)\\b`,
  'iu',
);
/** "in the project Launch". */
const holderBefore = new RegExp(
  `\\b(?:to|in|into|on|onto|under|from|of)\\s+(?:(?:the|my|our)\\s+)?(?:${holders})\\s+(?:(?:called|named)\\s+)?((?:${word}){0,2}[^\\s,.:;!?"“]+)`,
  'iu',
);
const dueWord = /(?:^|[\s,])(?:due|by|on|for|until|before|at|the|is)$/iu;
const adding =
  /^(?:(?:add|create|make|put|set up|open|log|start|write down|enter|save)\b\s*)?(?:(?:an?|the|my|another|new|one|some)\s+)*(?:(?:task|to-?do|card|ticket|reminder|item|action item)s?\b\s*)?(?:(?:called|named|titled|saying|that says|for me to|to|for|about|of)\s|[:,-]\s*)*/iu;
const reminding =
  /^(?:(?:remind me|remember|don['’]t (?:let me )?forget|set a reminder|reminder)(?:\s(?:to|about|of|that))?|i (?:need|have|must|should)(?:\sto)?)\s+/iu;
const adds = /[,;]?\s*(?:and\s|so\s)?(?:please\s)?(?:add|put)\s(?:it|that|this)\b/iu;

/** What is said of tasks: what to do, in which list, and when it is due. */
export function taskSlots(page: Page, intent: Intent): Slots {
  const within = withinOf(page);
  const left = within ? blank(page.text, within.span) : page.text;
  const slots: Slots = within?.found ? { within: within.found } : {};
  if (intent === 'tasks.create') return { ...slots, ...added(page, left) };
  if (intent === 'tasks.list') return { ...slots, ...sought(page) };
  return { ...slots, target: targetOf(page, left, intent) };
}

function withinOf(page: Page): { span: { start: number; end: number }; found: Found<string> | undefined } | undefined {
  const match = page.match(holderAfter) ?? page.match(holderBefore);
  if (!match) return undefined;
  const name = (match[1] ?? '').trim();
  const start = match.index + match[0].indexOf(name);
  const known = name !== '' && !/^(?:to-?do|task|whole|own|open)$/iu.test(name);
  const found = known ? page.found(name, start, start + name.length, 0.85) : undefined;
  return { span: { start: match.index, end: match.index + match[0].length }, found };
}

function added(page: Page, text: string): Slots {
  let left = text;
  const when = dueOf(page, left);
  if (when) left = blank(left, { start: when.from, end: when.found.span.end });
  const again = adds.exec(left);
  if (again) left = blank(left, { start: again.index, end: again.index + again[0].length });
  let from = new Request(page, left).offset(0);
  from += (reminding.exec(left.slice(from)) ?? adding.exec(left.slice(from)))?.[0].length ?? 0;
  const title = unquoted(page, lineOf(page, left, from)) ?? page.quotes[0];
  return { title, when: when?.found };
}

/** The day at the end, or right after what is added: "a task for tomorrow: …". */
function dueOf(page: Page, left: string): { found: Found<When>; from: number } | undefined {
  for (const { span, value, text } of [...page.times].reverse()) {
    if (value.kind === 'duration' || value.kind === 'set') continue;
    const from = beforeDue(left.slice(0, span.start));
    const rest = left.slice(span.end);
    const atEnd = !/[\p{L}\p{N}]/u.test(rest.replace(/\bplease\b/iu, ''));
    const led = /\b(?:due|by)\b/iu.test(left.slice(from, span.start));
    if (!atEnd && !led && !/^\s{0,3}[:,]\s/u.test(rest)) continue;
    const when = toWhen(value, { ...page.options, workday: true });
    if (when) return { found: { value: when, span, text, sure: 0.85 }, from };
  }
  return undefined;
}

/** Where the small words that lead to a day begin. */
function beforeDue(before: string): number {
  let end = before.length;
  for (let words = 0; words < 4; words++) {
    const match = dueWord.exec(before.slice(0, end).trimEnd());
    if (!match) break;
    end = match.index;
  }
  return end;
}

const askedOf =
  /^(?:is|are|was|were) (?:(?:the|my|our) )?(?<what>.{1,200}?)(?: (?:task|card|ticket|to-?do))? (?:done|completed?|finished|open)\b/iu;

function sought(page: Page): Slots {
  const request = new Request(page, page.text);
  const asked = request.match([askedOf]);
  if (asked) return { query: request.line(asked('what')) };
  const overdue = page.match(/\b(?:overdue|past due|late)\b/iu);
  const done = page.match(/\b(?:done|completed|finished|did i (?:do|finish|complete))\b/iu);
  const flag = (match: RegExpExecArray | undefined) =>
    match && page.found(true as const, match.index, match.index + match[0].length, 0.85);
  const [time] = page.times.filter(({ value }) => value.kind !== 'duration' && value.kind !== 'set');
  const when = time && toWhen(time.value, page.options);
  const about = page.match(/\b(?:about|mentioning|called|named|containing|regarding)\s+/iu);
  const from = about ? about.index + about[0].length : 0;
  const words = about && lineOf(page, time ? page.text.slice(0, Math.max(time.span.start, from)) : page.text, from);
  return {
    overdue: flag(overdue),
    done: flag(done),
    when: time && when && { value: when, span: time.span, text: time.text, sure: 0.85 },
    query: page.quotes[0] ?? unquoted(page, words),
  };
}

const completing: readonly RegExp[] = [
  /^(?:mark|set|check|tick|cross) (?:off )?(?<what>.{1,300}?)(?: (?:as |to |off as )?(?:done|completed?|finished|off))?$/iu,
  /^(?:complete|finish|close|resolve) (?<what>.{1,300})$/iu,
  /^i(?:['’]ve| have)? (?:just |already )?(?:finished|completed|done|did) (?:with )?(?<what>.{1,300})$/iu,
  /^(?<what>.{1,300}?) (?:is|are|was|got) (?:now |already )?(?:done|completed?|finished|closed)$/iu,
  /^(?<what>.{1,300})$/iu,
];
const deleting: readonly RegExp[] = [
  /^(?:delete|remove|drop|erase|take|cross|scratch|clear|get rid of) (?<what>.{1,300}?)(?: (?:off|out|from))?$/iu,
  /^(?<what>.{1,300})$/iu,
];
const nounBefore =
  /^(?:(?:the|my|an?|our) )?(?:(?:task|to-?do|card|ticket|item) (?:(?:called|named|titled|to|about) )?)?/iu;
const nounAfter = / (?:task|to-?do|card|ticket|item)$/iu;
const pointing = /^(?:it|that|this|them|those|these|one|(?:the )?\p{L}{1,20} one|task|card|item)?$/iu;

function targetOf(page: Page, left: string, intent: Intent): Found<string> | undefined {
  const request = new Request(page, left);
  const group = request.match(intent === 'tasks.delete' ? deleting : completing);
  const line = request.line(group?.('what'));
  if (!line || line.sure === 1) return line ?? page.quotes[0];
  const lead = nounBefore.exec(line.value)?.[0].length ?? 0;
  const value = line.value.slice(lead).replace(nounAfter, '');
  if (pointing.test(value)) return page.quotes[0];
  return unquoted(page, lineOf(page, left, line.span.start + lead, line.span.end)) === page.quotes[0]
    ? page.quotes[0]
    : { ...line, value };
}
