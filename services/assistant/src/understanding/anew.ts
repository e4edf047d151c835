import type { Frame, UnderstandingContext } from './types.ts';

const courtesy =
  /^(?:\W{0,3}(?:please|pls|can you|could you|would you|will you|ok|okay|now|and|also|then|actually|hey|i(?:['’]d| would) like (?:you )?to|i want (?:you )?to|i need (?:you )?to)\b[\s,]{0,3}){0,4}\W{0,3}/iu;
const changing = /^(?:move|reschedule|postpone|push|delay|shift|bump|rename|extend|shorten)\s/iu;
const making =
  /^(?:schedule|book|create|set up|arrange|organi[sz]e|plan|send|e-?mail|reply|forward|archive|cancel|delete|decline|accept|star|label)\s/iu;
const pointing =
  /^(?:it|that|this|them|those|these|everything|all|copy|a copy|(?:the )?(?:first|second|third|fourth|fifth|last|next|other|earlier|later|\d+(?:st|nd|rd|th)|one|time|date|day|start|end|title|name|subject|body|text|place|location|room|meeting|event|appointment|invite|invitation|call|card))\b/iu;
const named =
  /^(?:(?:an?|the|my|our|another|new)\s|(?:lunch|dinner|breakfast|brunch|coffee|drinks|meeting|call|sync)\b|(?!(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|tonight|noon|for\b|at\b|on\b|to\b)\p{Lu}\p{Ll})/u;
const meeting =
  /^(?:(?:new|an?)\s)?(?:meeting|call|lunch|dinner|breakfast|brunch|coffee|drinks|1:1|sync)\swith\s\p{L}.*(?:\d|\b(?:today|tonight|tomorrow|next|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)/iu;
const asked = /^(?:did|has|have)\s\p{L}[\p{L}'’ -]{0,60}\s(?:repl|answer|respond|writ|wrote|e-?mail|sen[dt])/iu;
const freeText = new Set(['body', 'subject', 'description', 'title']);
const lookUps = new Set(['calendar.free', 'calendar.list', 'calendar.search', 'mail.search', 'mail.read']);

/** Whether a message is a request of its own that what is open must not swallow: its own verb and its own object. */
export function standsAlone(text: string, { openFrame, pendingSlot, choices }: UnderstandingContext): boolean {
  if (!openFrame || freeText.has(pendingSlot ?? '')) return false;
  const said = text.slice(0, 400).replace(courtesy, '');
  if (asked.test(said) || meeting.test(said)) return true;
  const changes = changing.test(said);
  if (!changes && !making.test(said)) return false;
  const object = said.replace(changing, '').replace(making, '');
  if (lookUps.has(openFrame.intent) && changes) return true;
  if (pointing.test(object)) return lookUps.has(openFrame.intent) && !choices?.length;
  if (/\b(?:too|as well|instead)\W*$/iu.test(said) || !named.test(object)) return false;
  return !(changes && speaksOf(openFrame, object));
}

/** "Move the lunch" of an open card for a lunch means that card. */
function speaksOf({ slots: { title, target, people = [] } }: Frame, object: string): boolean {
  const known = [title?.value, target?.value, ...people.map(({ value }) => value.name)].join(' ').toLowerCase();
  const words = (object.toLowerCase().split(/\s(?:to|at|on|by|from)\s/u)[0] ?? '').match(/\p{L}{3,}/gu) ?? [];
  return words.some((word) => !['the', 'our', 'with'].includes(word) && known.includes(word));
}
