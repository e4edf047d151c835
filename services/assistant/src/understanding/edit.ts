import { slotsOf } from './slots/collect.ts';
import type { Page } from './slots/page.ts';
import { peopleIn } from './slots/people.ts';
import { taskSlots } from './slots/tasks.ts';
import { toWhen } from './time/when.ts';
import type { Found, Frame, PersonMention, Slots, UnderstandingContext } from './types.ts';
import type { When } from './when-types.ts';

interface Edit {
  readonly slots: Slots;
  /** The words can only be a change. */
  readonly strong: boolean;
}

const strongLead =
  /^\W*(?:(?:no|actually|sorry|wait|oops|whoops|hmm|ok|okay|yes|yeah|and|also|but|please|can you|could you|rather|i meant?|no wait)[\s,]{1,3}){0,4}(?:make (?:it|that|this)|change (?:it|that|the)|move (?:it|that)|set (?:it|that)|call it|name it|title it|rename it|add|invite|include|remove|drop|without|with|on|at|for|from|until|instead|let's (?:do|make|have)|push it|shift it|how about|what about|it should|shorten|extend|earlier|later|not|cc|bcc|send it to|put|use|in|i meant|to|every|repeat|weekly|daily|no )\b/iu;
const bodyEdit =
  /^\W*(?:(?:please|also|and|ok|okay|actually)[\s,]{1,3}){0,3}(?:change the (?:body|text|message) to|(?:body|text|message)[:\s]|say(?:ing)?|add(?: a line)? (?:that|saying)|make it say|tell (?:him|her|them)|write)\s{0,2}(?:that\s)?/iu;
const subjectEdit =
  /^\W*(?:(?:please|also|and|ok|okay|actually)[\s,]{1,3}){0,3}(?:(?:change|set|make) the (?:subject|title)(?: line)? (?:to|be)?|subject(?: line)?(?: is| should be)?:?)\s{1,2}/iu;

const titleEdit =
  /^\W*(?:(?:please|also|and|ok|okay|actually|no)[\s,]{1,3}){0,3}(?:call it|name it|title it|rename it(?: to)?|change the (?:title|name) to)\s{1,2}/iu;

/** The message as a change to the frame that is open. */
export function editOf(page: Page, open: Frame, context: UnderstandingContext): Edit | undefined {
  const strong = strongLead.test(page.text) || /\b(?:instead|rather)\b/iu.test(page.text);
  const slots = slotsIn(page, open, context);
  const names = (Object.keys(slots) as (keyof Slots)[]).filter((name) => slots[name] !== undefined);
  if (names.length === 0) return undefined;
  return { slots: Object.fromEntries(names.map((name) => [name, slots[name]])) as Slots, strong };
}

function slotsIn(page: Page, open: Frame, context: UnderstandingContext): Slots {
  if (open.intent.startsWith('mail.')) return mailEdit(page, open);
  if (open.intent === 'messages.send') return { body: rest(page, bodyEdit) };
  if (open.intent === 'tasks.create') return taskEdit(page);
  return /^(?:tasks|files|messages)\./.test(open.intent) ? {} : calendarEdit(page, open, context);
}

/** Another day, another name or another list for the task that is open. */
function taskEdit(page: Page): Slots {
  const title = rest(page, titleEdit);
  if (title) return { title };
  const { within } = taskSlots(page, 'tasks.create');
  return { within, when: timeEdit(page, undefined) };
}

function rest(page: Page, lead: RegExp): Found<string> | undefined {
  const match = lead.exec(page.text);
  if (!match) return undefined;
  const start = match.index + match[0].length;
  const quote = page.quotes.find(({ span }) => span.start === start);
  const value = quote?.value ?? page.text.slice(start).trim();
  return value === '' ? undefined : (quote ?? page.found(value, start, start + value.length, 0.9));
}

function mailEdit(page: Page, open: Frame): Slots {
  const subject = rest(page, subjectEdit);
  if (subject) return { subject };
  const body = rest(page, bodyEdit);
  if (body) return { body };
  const before = open.slots.people ?? [];
  const kept = /\binstead\b/iu.test(page.text)
    ? before.filter(({ value }) => value.role === 'cc' || value.role === 'bcc')
    : before;
  const people = peopleIn(page, ['to', 'cc', 'bcc', 'add', 'remove', 'without', 'drop', 'include', 'with']);
  return people.length ? { people: changed(kept, people, /\bcc\b/iu.test(page.text) ? 'cc' : 'to') } : {};
}

/** The list after people were added to it or taken from it. */
function changed(
  before: readonly Found<PersonMention>[],
  said: readonly Found<PersonMention>[],
  role: PersonMention['role'],
): Found<PersonMention>[] {
  const removed = said.filter(({ value }) => value.role === 'remove').map(({ value }) => nameOf(value));
  const added = said
    .filter(({ value }) => value.role !== 'remove')
    .map((person) => ({
      ...person,
      value: {
        ...person.value,
        role: person.value.role === 'cc' || person.value.role === 'bcc' ? person.value.role : role,
      },
    }));
  const kept = before.filter(
    ({ value }) =>
      !removed.some(
        (name) =>
          name !== '' &&
          (nameOf(value) === name ||
            nameOf(value)
              .split(/[\s@.]/u)
              .includes(name)),
      ),
  );
  const fresh = added.filter(({ value }) => !kept.some((person) => nameOf(person.value) === nameOf(value)));
  return [...kept, ...fresh];
}

const nameOf = (person: PersonMention) => (person.email ?? person.name ?? (person.self ? 'me' : '')).toLowerCase();

function calendarEdit(page: Page, open: Frame, context: UnderstandingContext): Slots {
  const creates = open.intent === 'calendar.create';
  const read = slotsOf(page, 'calendar.update');
  const slots: Slots = {
    durationMinutes: read.durationMinutes,
    recurrence: read.recurrence,
    place: read.place,
    conference: read.conference,
    reminderMinutes: read.reminderMinutes,
    notify: read.notify,
    description: read.description,
    scope: read.scope,
    bufferMinutes: read.bufferMinutes,
    workingHours: read.workingHours,
  };
  if (read.people?.length) slots.people = changed(open.slots.people ?? [], read.people, 'with');
  const title = /\b(?:call|name|title|rename)\b/iu.test(page.text) ? read.title : undefined;
  if (title) slots.title = title;
  const key =
    creates || open.intent === 'calendar.free' || open.intent === 'calendar.list' || open.intent === 'calendar.cancel'
      ? 'when'
      : 'newWhen';
  const time = timeEdit(page, open.slots[key]?.value ?? open.slots.when?.value);
  if (time) slots[key] = time;
  else if (read.shiftMinutes) slots.shiftMinutes = read.shiftMinutes;
  void context;
  return slots;
}

/** A new time keeps the old day, a new day keeps the old time and length. */
function timeEdit(page: Page, before: When | undefined): Found<When> | undefined {
  const spoken = page.times.find(({ value }) => value.kind !== 'duration' && value.kind !== 'set');
  const bare = spoken ? undefined : /\b(?:it|at|to|for)\s(\d{1,2})(?=\s*(?:instead|please|[.!?]|$))/iu.exec(page.text);
  const value =
    spoken?.value ??
    (bare?.[1] && Number(bare[1]) <= 23
      ? {
          kind: 'time' as const,
          seconds: Number(bare[1]) * 3600,
          halfDay: Number(bare[1]) >= 1 && Number(bare[1]) <= 12,
        }
      : undefined);
  if (!value) return undefined;
  const when = toWhen(value, { ...page.options, workday: true });
  if (!when) return undefined;
  const span = spoken?.span ?? { start: bare?.index ?? 0, end: (bare?.index ?? 0) + (bare?.[0].length ?? 0) };
  const found = (kept: When): Found<When> => ({
    value: kept,
    span,
    text: page.text.slice(span.start, span.end),
    sure: 0.9,
  });
  if (!before?.start || !when.start || when.impossible) return found(when);
  if (when.dateGuessed && !when.allDay)
    return found(moved(page, before, `${before.start.slice(0, 10)}${when.start.slice(10)}`, when));
  if (when.allDay && !when.window && !before.allDay)
    return found(moved(page, before, `${when.start}${before.start.slice(10)}`, { ...when, end: undefined }));
  return found(when);
}

const secondsOf = (local: string) => Date.parse(local.length === 10 ? `${local}T00:00:00Z` : `${local}Z`) / 1000;

function moved(page: Page, before: When, start: string, said: When): When {
  const from = secondsOf(start);
  const long =
    said.end && said.start
      ? secondsOf(said.end) - secondsOf(said.start)
      : before.end && before.start && !before.allDay && !before.window
        ? secondsOf(before.end) - secondsOf(before.start)
        : 0;
  const value =
    long > 0
      ? ({ kind: 'range', grain: 'moment', start: from, end: from + long } as const)
      : ({ kind: 'moment', at: from } as const);
  const when = toWhen(value, page.options) ?? said;
  return { ...when, ...(said.halfDayGuessed && { halfDayGuessed: true }) };
}
