import type { Found, Intent, PersonMention, Slots } from '../types.ts';
import { countOf, lengths, ordinalOf } from './amounts.ts';
import { descriptionOf, placeOf, responseOf, switches } from './calendar.ts';
import { compose, labelOf, ownerOf, searchOf } from './mail.ts';
import { eventTimes, mailWhen } from './event-times.ts';
import { fileSlots } from './files.ts';
import { messageSlots } from './messages.ts';
import type { Page } from './page.ts';
import { peopleIn } from './people.ts';
import { taskSlots } from './tasks.ts';
import { renamedTo, targetOf, titleOf, wordsLeft } from './title.ts';

const backwards =
  /^(?:\W{0,2}(?:please|can you|could you|just)\s){0,2}[\p{L}\s]{1,20}?\b(?:it|that|this|them|those|these)\b/iu;
const replyAll = /\b(?:reply|respond|answer)(?:ing)?\s(?:to\s)?all\b/iu;

const writing: ReadonlySet<Intent> = new Set(['calendar.create', 'tasks.create', 'messages.send']);

/** What is new or looked for is nothing that was spoken of before. */
const pointless = /^(?:mail\.send|tasks\.list|files\.|messages\.)/;

/** Every slot the words of a message fill for its intent. */
export function slotsOf(page: Page, intent: Intent): Slots {
  const slots = intent.startsWith('mail.')
    ? mailSlots(page, intent)
    : intent.startsWith('calendar.')
      ? calendarSlots(page, intent)
      : thingSlots(page, intent);
  const ordinal = ordinalOf(page);
  if (ordinal && !writing.has(intent) && intent !== 'calendar.free') slots.ordinal = ordinal;
  const back = writing.has(intent) || pointless.test(intent) ? undefined : backwards.exec(page.text);
  if (back && !slots.target)
    slots.pointsBack = page.found(true, back.index + back[0].search(/\S+$/u), back.index + back[0].length, 0.7);
  for (const name of Object.keys(slots) as (keyof Slots)[]) if (slots[name] === undefined) delete slots[name];
  return slots;
}

function thingSlots(page: Page, intent: Intent): Slots {
  if (intent.startsWith('tasks.')) return taskSlots(page, intent);
  if (intent.startsWith('files.')) return fileSlots(page, intent);
  return intent === 'messages.send' ? messageSlots(page) : {};
}

const inRole = (people: readonly Found<PersonMention>[], from: PersonMention['role'], to: PersonMention['role']) =>
  people.map((person) => (person.value.role === from ? { ...person, value: { ...person.value, role: to } } : person));

function mailSlots(page: Page, intent: Intent): Slots {
  return ['mail.send', 'mail.draft', 'mail.reply', 'mail.forward'].includes(intent)
    ? writtenMail(page, intent)
    : soughtMail(page, intent);
}

function writtenMail(page: Page, intent: Intent): Slots {
  const answers = intent === 'mail.reply' || intent === 'mail.forward';
  const words = compose(page);
  const leads = [
    'to',
    'cc',
    'bcc',
    ...(answers ? ['from', 'by'] : ['email', 'mail', 'message', 'tell', 'ask', 'inform', 'notify', 'write', 'ping']),
  ];
  const people = [...sendee(page), ...(answers ? ownerOf(page) : []), ...inRole(peopleIn(page, leads), 'with', 'to')];
  const slots: Slots = { ...words, people: people.length ? people : undefined };
  const all = replyAll.exec(page.text);
  if (all) slots.replyAll = page.found(true, all.index, all.index + all[0].length, 0.95);
  if (answers) slots.when = outside(mailWhen(page), slots.body);
  const attached = page.match(/\b(?:attach(?:ed|ing)?|with (?:the |an? )?(?:attachment|file|pdf|document))\b/iu);
  if (attached) slots.attachments = page.found(true, attached.index, attached.index + attached[0].length, 0.8);
  if (answers && !slots.subject) slots.target = wordsLeft(page, slots.body?.span.start);
  return slots;
}

/** "send Priya a message": the name between the verb and what is sent. */
function sendee(page: Page): Found<PersonMention>[] {
  const match =
    /^\W*(?:please\s)?(?:send|write|shoot|drop)\s(?!(?:an?|the|my|this|that|it|out|me|e-?mails?|mails?|messages?)\b)([\p{L}'’-]+(?:\s(?!(?:an?|the)\b)[\p{L}'’-]+)?)\s(?=(?:an?|the)\s(?:quick\s|short\s)?(?:e-?mail|mail|message|note|line)\b)/iu.exec(
      page.text,
    );
  const name = match?.[1];
  if (!match || !name) return [];
  const start = match.index + match[0].lastIndexOf(name);
  page.use({ start, end: start + name.length });
  return [page.found({ name, role: 'to' as const }, start, start + name.length, 0.85)];
}

/** A time inside the text that is sent says nothing about which message is meant. */
function outside<T>(found: Found<T> | undefined, body: Found<string> | undefined): Found<T> | undefined {
  return found && body && found.span.start >= body.span.start && found.span.end <= body.span.end ? undefined : found;
}

function soughtMail(page: Page, intent: Intent): Slots {
  const words = searchOf(page);
  const people = [...ownerOf(page), ...inRole(peopleIn(page, ['from', 'by', 'to', 'with']), 'with', 'from')].filter(
    ({ value }) => !value.self,
  );
  const label =
    intent === 'mail.search' || intent === 'mail.label' || intent === 'mail.archive' || intent === 'mail.trash'
      ? labelOf(page)
      : undefined;
  const slots: Slots = {
    ...words,
    people: people.length ? people : asker(page),
    when: mailWhen(page),
    count: countOf(page),
    label,
  };
  if (!slots.query && !slots.subject && intent !== 'mail.summarise_senders')
    slots.query = wordsLeft(page, undefined, label);
  return slots;
}

/** "did Anna reply", "what does Bob say": the subject of the sentence is the sender. */
function asker(page: Page): Slots['people'] {
  const match =
    /\b(?:[Dd]id|[Dd]oes|[Hh]as|[Hh]ave|[Ii]s|[Aa]ny(?:thing)? (?:new )?from)\s((?:\p{Lu}[\p{L}'’-]{1,30}\s?){1,3})(?=\s?(?:reply|replied|answer|answered|say|write|wrote|written|e-?mail|e-?mailed|send|sent|respond|responded|\?|$))/u.exec(
      page.text,
    );
  const name = match?.[1]?.trim();
  if (!match || !name) return undefined;
  const start = match.index + match[0].indexOf(name);
  page.use({ start, end: start + name.length });
  return [page.found({ name, role: 'from' as const }, start, start + name.length, 0.8)];
}

const changing: readonly Intent[] = ['calendar.update', 'calendar.move'];

function calendarSlots(page: Page, intent: Intent): Slots {
  const changes = changing.includes(intent);
  const slots: Slots = { ...switches(page), ...lengths(page, changes) };
  slots.description = descriptionOf(page);
  if (intent === 'calendar.respond') slots.body = comment(page);
  const renamed = intent === 'calendar.update' ? renamedTo(page) : undefined;
  const named = peopleIn(page, leadsFor(intent)).filter(
    ({ value }) => !(value.self && (value.role === 'with' || value.role === 'add')),
  );
  const invites = intent === 'calendar.update' && inviting.test(page.text);
  const people =
    intent === 'calendar.free' ? [...named, ...freePeople(page)] : invites ? inRole(named, 'with', 'add') : named;
  if (people.length) slots.people = people;
  eventTimes(page, intent, slots);
  if (intent === 'calendar.respond') slots.response = responseOf(page);
  if (intent === 'calendar.create' || changes) slots.place = placeOf(page);
  if (intent === 'calendar.create') slots.title = titleOf(page, intent);
  else if (intent === 'calendar.list') slots.count = countOf(page);
  else if (intent !== 'calendar.free') slots.target = targetOf(page);
  if (renamed) slots.title = renamed;
  return slots;
}

function leadsFor(intent: Intent): string[] {
  const base = ['with', 'invite', 'inviting', 'include', 'including', 'meet', 'see'];
  if (intent === 'calendar.create') return [...base, 'cc', 'without'];
  if (intent === 'calendar.update') return [...base, 'add', 'adding', 'without', 'remove', 'uninvite', 'drop'];
  if (intent === 'calendar.respond' || intent === 'calendar.cancel' || intent === 'calendar.search')
    return [...base, 'from', 'by'];
  return intent === 'calendar.free' ? [...base, 'for', 'between'] : base;
}

const inviting = /^\W*(?:(?:please|also|and|can you|could you)\s){0,3}(?:invite|include)\b/iu;

/** "when are Jonas and Mei free": the subject of the sentence, without the writer. */
function freePeople(page: Page): Found<PersonMention>[] {
  const match = /\b(?:is|are|will)\s(\p{Lu}[\p{L}'’, -]{1,200}?)\s(?:(?:both|all|be)\s){0,2}(?:free|available)\b/u.exec(
    page.text,
  );
  const names = (match?.[1] ?? '').split(/,\s(?:and\s)?|\sand\s/u).map((name) => name.trim());
  return names
    .filter((name) => /^\p{Lu}/u.test(name) && !/^(?:I|We|You|They|He|She|It|There|Everyone|Everybody)$/u.test(name))
    .map((name) =>
      page.found({ name, role: 'with' as const }, page.text.indexOf(name), page.text.indexOf(name) + name.length, 0.8),
    );
}

/** `decline it, say I am away`: what the organizer is told. */
function comment(page: Page): Found<string> | undefined {
  const match = page.match(
    /(?:,|\band)\s*(?:please\s)?(?:say(?:ing)?|tell (?:them|him|her|\p{L}{1,20})|reply(?:ing)?|write|with (?:the )?(?:note|comment|message))\s(?:that\s)?|\b(?:because|since|with (?:the )?(?:note|comment|message))\s/iu,
  );
  if (!match) return undefined;
  const start = match.index + match[0].length;
  const end = page.text.trimEnd().length;
  page.use({ start: match.index, end });
  const quote = page.quotes.find(({ span }) => span.start === start);
  return end > start ? (quote ?? page.found(page.text.slice(start, end), start, end, 0.85)) : undefined;
}
