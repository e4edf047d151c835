import type { Found, Intent } from '../types.ts';
import type { Page } from './page.ts';

const calledLead =
  /\b(?:called|titled|named|entitled|with (?:the )?(?:title|name)|(?:title|name)(?:d)? (?:is|it|should be|to|:)|rename (?:it|this|that|the (?:meeting|event))(?: to)?|call it|name it|title it|change (?:the )?(?:title|name) (?:of \p{L}{1,20} )?to|title:)\s?/iu;
const verbs =
  /^(?:\W{0,3}(?:please|pls|can you|could you|would you|will you|can i|could i|i(?:'d| would) like (?:you )?to|i want (?:you )?to|i need (?:you )?to|i need|i want|i have|i've got|i(?:'m| am) having|there(?:'s| is)|let's|lets|go ahead and|help me|kindly|hey|hi|hello|ok|okay|also|and|then|to|remember to)\b[\s,]{0,2}){0,5}/iu;
const command =
  /^(?:schedule|create|set up|setup|set|book|put|add|make|arrange|plan|organi[sz]e|block(?: off| out)?|reserve|pencil in|enter|insert|mark|save|start|new|remind me(?: to| about| of| that)?|reminder(?: to| for)?|reschedule|move|push back|push|bump|postpone|delay|shift|cancel|delete|remove|clear|drop|erase|change|update|edit|modify|rename|extend|shorten|find|search(?: for)?|look for|show me|show|when is|when's|what time is|where is|who is (?:coming to|invited to)|accept|decline|rsvp to|respond to|invite \p{L}{1,20} to|slot in)\b\s?/iu;
const filler =
  /^(?:(?:up|me|us|in|an?|the|my|our|new|another|some|to|for|of|on|about|it|that|this|calendar|(?:upcoming|next|last|first|future) |event|entry|appointment for|event for|meeting for|reminder (?:to|for|about)|to my calendar|in my calendar|on my calendar)\b\s?)+/iu;
const tail =
  /(?:^|\s)(?:on|at|in|to|for|from|with|the|my|a|an|and|of|by|until|please|thanks|thank you|about|every|starting|,|-|as|calendar|schedule|is|it|into|onto|up|be|scheduled|last|lasts|lasting|instead|ends|starts)\s*$/iu;
const plain =
  /^(?:meeting|meetings|event|events|appointment|appointments|call|something|it|that|this|them|one|thing|entry|time|slot|everything|all|invite|invitation|a meeting|reminder|session|calendar|schedule|a|an|the|my|and|me|what|when|for|block|some)$/iu;
const topic = /\b(?:about|to discuss|to talk about|to go over|to review|regarding|concerning|re:?)\s/iu;

function clean(text: string): { readonly value: string; readonly from: number } {
  let from = 0;
  let value = text;
  const lead = /^[\s,.;:!?\-–]*/u.exec(value)?.[0].length ?? 0;
  from += lead;
  value = value.slice(lead).replace(/[\s,.;:!?\-–]+$/u, '');
  const fill = filler.exec(value)?.[0].length ?? 0;
  from += fill;
  value = value.slice(fill);
  for (let count = 0; count < 6 && tail.test(value); count++)
    value = value.replace(tail, '').replace(/[\s,.;:!?\-–]+$/u, '');
  return { value, from };
}

/** Stretches of the message that nothing else has used, times and named slots cut out. */
function* leftovers(page: Page, from: number): Generator<{ readonly start: number; readonly end: number }> {
  let start = from;
  for (let at = from; at <= page.text.length; at++) {
    const cut =
      at === page.text.length ||
      page.isUsed(at) ||
      isEventTime(page, at) ||
      /[\n!?;]/.test(page.text[at] ?? '') ||
      (page.text[at] === '.' && /\s|$/.test(page.text[at + 1] ?? ' '));
    if (!cut) continue;
    if (at > start) yield { start, end: at };
    start = at + 1;
  }
}

const isEventTime = (page: Page, at: number) => page.isTime(at);

/** What an event is called: what was named, what it is about, or the words left once all else is read. */
export function titleOf(page: Page, intent: Intent): Found<string> | undefined {
  const called = page.match(calledLead);
  if (called) {
    const start = called.index + called[0].length;
    const quote = page.quotes.find(({ span }) => span.start >= start && span.start <= start + 1);
    if (quote) return quote;
    const rest = leftovers(page, start).next().value;
    const kept = rest && page.text.slice(rest.start, rest.end).replace(tail, '').trim();
    if (rest && kept)
      return page.found(kept, page.text.indexOf(kept, start), page.text.indexOf(kept, start) + kept.length, 0.9);
  }
  if (intent === 'calendar.create' && page.quotes[0]) return page.quotes[0];
  return about(page) ?? remaining(page);
}

function about(page: Page): Found<string> | undefined {
  const match = page.match(topic);
  if (!match || /^\s*remind/iu.test(page.text)) return undefined;
  const start = match.index + match[0].length;
  const rest = leftovers(page, start).next().value;
  if (!rest || rest.start > start + 1) return undefined;
  const { value, from } = clean(page.text.slice(rest.start, rest.end));
  return value === '' || plain.test(value)
    ? undefined
    : page.found(value, rest.start + from, rest.start + from + value.length, 0.7);
}

function remaining(page: Page): Found<string> | undefined {
  const lead = verbs.exec(page.text)?.[0].length ?? 0;
  const verb = command.exec(page.text.slice(lead))?.[0].length ?? 0;
  let best: Found<string> | undefined;
  for (const { start, end } of leftovers(page, lead + verb)) {
    const { value, from } = clean(page.text.slice(start, end));
    if (value.length < 2 || plain.test(value) || !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(value)) continue;
    if (!best || score(value) > score(best.value))
      best = page.found(value, start + from, start + from + value.length, verb > 0 ? 0.75 : 0.6);
  }
  return best && best.value.length <= 300 ? best : undefined;
}

/** Longer is better, but what follows a conjunction is seldom the title. */
function score(value: string): number {
  return (
    Math.min(value.split(/\s+/u).length, 6) -
    (/^(?:so|because|if|when|that|which|i|we|please|and|but)\b/iu.test(value) ? 4 : 0)
  );
}

const renaming =
  /\b(?:rename|retitle|change (?:the )?(?:title|name)|call|name)\b.{0,80}?\bto\s(?:be\s)?(?=\S)|\b(?:call|name|title) it\s(?=\S)/iu;

/** `rename my 3pm to Budget review`: the new title. */
export function renamedTo(page: Page): Found<string> | undefined {
  const match = page.match(renaming);
  if (!match) return undefined;
  const start = match.index + match[0].length;
  const quote = page.quotes.find(({ span }) => span.start === start);
  const value =
    quote?.value ??
    page.text
      .slice(start)
      .trim()
      .replace(/[.!?]+$/u, '');
  if (value === '') return undefined;
  page.use({ start: start - 3, end: page.text.length });
  return quote ?? page.found(value, start, start + value.length, 0.9);
}

/** The words that name an existing event, without "all", "future" and the like. */
export function targetOf(page: Page): Found<string> | undefined {
  const found = page.quotes[0] && !page.isUsed(page.quotes[0].span.start) ? page.quotes[0] : remaining(page);
  if (!found) return undefined;
  const lead =
    /^(?:(?:location|place|venue|room|title|name|time|date|duration|length)\s(?:of|for)\s)?(?:(?:all|any|every|each|of|the|my|our|future|upcoming|remaining|other|following|series|occurrences?|instances?|existing|whole|entire|back|forward|event|meeting|appointment|invitation|invite)\s?(?:(?:to|for|about|called|of)\s)?){0,5}/iu.exec(
      found.value,
    )?.[0] ?? '';
  const value = found.value
    .slice(lead.length)
    .replace(/\s(?:back|forward|up|out)$/iu, '')
    .trim();
  if (value === '' || plain.test(value)) return undefined;
  const start = found.span.start + found.text.indexOf(value);
  return page.found(value, start, start + value.length, found.sure);
}

const mailWords = new Set(
  'a all an the my any every last latest newest recent oldest first new unread read some and or of from to about in on with for by it that this them those these i me e-mail e-mails email emails mail mails message messages thread threads inbox mailbox please can could you would do did does have has had is are was were be show find search look get check list tell open star unstar archive unarchive delete deleted trash remove restore recover undelete label mark tag file move put forward fwd send reply respond answer write back as important spam read unread attachment attachments attached say says said wrote written sent older than everything anything what which when who how many much there folder bin junk up out into under over respond replying saying'.split(
    ' ',
  ),
);

/** What is left of a message about mail once its names and times are read: "the invoice", "newsletters". */
export function wordsLeft(page: Page, until?: number, except?: Found<string>): Found<string> | undefined {
  const kept = page.tokens.filter(
    ({ start, text, kind }) =>
      kind !== 'sign' &&
      !page.isUsed(start) &&
      !page.isTime(start) &&
      !page.isQuoted(start) &&
      (until === undefined || start < until) &&
      !(except && start >= except.span.start && start < except.span.end) &&
      !mailWords.has(text),
  );
  const first = kept[0];
  if (!first) return undefined;
  let end = first.end;
  for (const token of kept.slice(1)) if (/^[\s-]*$/.test(page.text.slice(end, token.start))) end = token.end;
  const value = page.text.slice(first.start, end);
  return value.length >= 2 && value.length <= 100 ? page.found(value, first.start, end, 0.6) : undefined;
}
