import type { UnderstandingContext } from '../types.ts';
import type { Act } from './act-of.ts';
import { thingRules } from './thing-grammar.ts';

const polite =
  /^(?:\W{0,3}(?:please|pls|can you|could you|would you|will you|hey|hi|ok|okay|also|and|then|now|so|well|i(?:'d| would) like (?:you )?to|i want (?:you )?to|i need (?:you )?to|go ahead and|help me|kindly|just)\b[\s,]{0,3}){0,5}/iu;

const thanks = /\b(?:thank(?:s| you| u)|thx|appreciated?|cheers)\b/iu;
const request =
  /\b(?:can|could|would|will|what|when|where|who|how|please|schedule|add|book|send|e-?mail|cancel|delete|move|change|show|find|reply|forward|do i|is|now|but|also|then|make|set|put|remind|tell|let|saying|say)\b/iu;

/** Sentences whose first words decide, tried in order on the message without its courtesies. */
const rules: readonly (readonly [RegExp, string, number])[] = [
  [/^(?:vacation|holidays?|pto|ooo|out of office|day off)\b(?!.*\?)/iu, 'event.create', 0.6],
  [
    /^(?:reply|respond)(?: (?:all|back))?(?: (?:to|with|saying|that)\b| all\b|$)(?!.*\b(?:invit|meeting request|event)\p{L}*)/iu,
    'mail.reply',
    0.93,
  ],
  [
    /^(?:did|has|have)\s(?!i\b|we\b|you\b)\p{L}[\p{L}'’ -]{0,60}\s(?:reply|replied|answer(?:ed)?|respond(?:ed)?|writ(?:e|ten)|wrote|e-?mail(?:ed)?|sen[dt] (?:me|us))\b/iu,
    'mail.query',
    0.94,
  ],
  [/^(?:forward|fwd)\b(?!.*\b(?:meeting|event|to (?:next|tomorrow|monday))\b)/iu, 'mail.forward', 0.92],
  [
    /^(?:accept|decline|rsvp|tentatively accept)\b.*\b(?:invit\p{L}*|meeting|event|call|sync|review|party|lunch|dinner|request)?/iu,
    'event.respond',
    0.9,
  ],
  [
    /^(?:archive|unarchive|mark)\b.*\b(?:e-?mails?|mails?|messages?|threads?|as (?:read|unread|important|spam))\b/iu,
    'mail.manage',
    0.95,
  ],
  [
    /^(?:delete|trash|remove|archive|restore|label|star|unstar|flag)\b.*\b(?:e-?mails?|mails|inbox|newsletters?)\b/iu,
    'mail.manage',
    0.93,
  ],
  [/^(?:send|write|compose|draft)\b.{0,30}\b(?:an? |the )?(?:e-?mail|mail)\b/iu, 'mail.send', 0.95],
  [/^(?:e-?mail|mail)\s(?!from|about|inbox)\p{L}/iu, 'mail.send', 0.9],
  [
    /^(?:who|which people) (?:has |have )?(?:wrote|written|e-?mailed|mailed|messaged) (?:to )?me\b/iu,
    'mail.query',
    0.95,
  ],
  [
    /^(?:(?:when am i|am i|are we) (?:free|available|busy)|(?:is \p{L}{2,20}|when (?:is|are|will) .{2,40}) (?:free|available))\b(?!.*\b(?:gluten|sugar|download|streaming|netflix)\b)/iu,
    'event.availability',
    0.93,
  ],
  [
    /\b(?:find|look for|get|suggest|need|give)\b.{0,25}\b(?:free|open|available) (?:time|slot|hour|half hour|window)s?\b/iu,
    'event.availability',
    0.93,
  ],
  [/^(?:find|suggest) (?:a|some|the best|me a) (?:time|slot)\b/iu, 'event.availability', 0.92],
  [/^(?:focus|quiet|study|prep|thinking|admin|travel|family|me)[- ]time\b.*\d/iu, 'event.create', 0.92],
  [
    /^(?:add|invite|include)\b(?!.*\b(?:cal[ea]nd[ea]r|calander|schedule|agenda|list|to-?do|cart|playlist|contacts?)\b).{1,60}\bto (?:the|my|our|this|that|today['’]?s|tomorrow['’]?s)\s\p{L}/iu,
    'event.update',
    0.92,
  ],
  [
    /^(?!(?:what|when|where|who|how|is|are|am|do|does|did|can|could|will|move|shift|push|cancel|delete|remove|reschedule|extend|find|show|list|free|busy|available|send|reply|forward|weather|rain|forecast|temperature|traffic|alarm|wake|play|order|call me)\b)\p{L}[\p{L}\p{N}'’&:-]*(?: [\p{L}\p{N}'’&:-]+){0,4} (?:today|tomorrow|tonight|(?:on |next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?: at)? \d{1,2}(?::\d\d)? ?(?:am|pm)?(?: for (?:an?|half an|\d{1,3}) (?:hours?|minutes?|mins?))?\W*$/iu,
    'event.create',
    0.91,
  ],
  [
    /^ask (?!(?:me|you|us|google|alexa|siri)\b)\p{L}{2,20}(?: \p{L}{2,20})? (?:if|whether|when|what|how|why|about|for|to)\b/iu,
    'mail.send',
    0.91,
  ],
  [/^what(?:['’]s| is|s)? (?:(?:up|coming up) )?next\W*$/iu, 'event.query', 0.92],
  [/^(?:open|read|show(?: me)?) (?:it|that|this)(?: one| e-?mail| mail| message)?\W*$/iu, 'mail.query', 0.92],
  [
    /^what (?:did|does|has) (?!(?:i|you|we|it|that|this|the|my|a)\b)\p{L}{2,20}(?: \p{L}{2,20})? (?:say|write|written|want)\b/iu,
    'mail.query',
    0.91,
  ],
  [
    /^(?:what(?:'s|s| is| do i have| have i got)?(?: there)? (?:on|in) (?:my|our|the) (?:\p{L}{1,20} )?(?:calendar|schedule|agenda)|what (?:do|have) i (?:have|got)(?: (?:on|planned|scheduled|going on|coming up))?\b.{0,20}\b(?:today|tonight|tomorrow|week|weekend|month|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|(?:what(?:'s| is)) (?:happening|planned|scheduled|up next|next)(?: for me| on my calendar)? (?:today|tonight|tomorrow|this week|next week|on \p{L}{3,6}day))\b(?!.*\b(?:weather|news|temperature|list|to-?do|cancel|city|town|tv|alerts?|alarms?|reminders?)\b)/iu,
    'event.query',
    0.91,
  ],
  [
    /^(?:(?:show|check|view|see|display|open|read|tell)(?: me)? )?(?:what(?:'s| is) )?(?:my |the )?(?:work |daily |weekly |today['’]?s )?(?:schedule|calendar|agenda)(?: for)?(?: today| tomorrow| this week| next week)?\W*$/iu,
    'event.query',
    0.91,
  ],
  [
    /^(?:schedule|book|arrange|set up|plan|organi[sz]e|create|add|put)\b.{0,60}\b(?:meeting|appointment|event|calendar|1:1|one[- ]on[- ]one|standup|stand-up)\b(?!.*\b(?:list|playlist|task)\b)/iu,
    'event.create',
    0.9,
  ],
  [
    /^(?:(?:new|an?|the) )?(?:meeting|event|appointment|call|lunch|dinner|coffee|breakfast|brunch|stand-?up|1:1|sync)\s(?:with|on|at|for|about|tomorrow|today|next|this|every)\b(?!.*(?:\?|\b(?:cancel|delete|remove|move|locations?|when|where|what)\b))/iu,
    'event.create',
    0.9,
  ],
  [/^(?:reschedule|postpone|push back|bump)\b/iu, 'event.update', 0.93],
  [
    /^(?:move|shift|push|delay|rename|extend|shorten)\b.{0,60}\b(?:meeting|appointment|event|call|1:1|lunch|dinner|sync|standup|stand-up|review)\b/iu,
    'event.update',
    0.93,
  ],
  [
    /^(?:cancel|delete|remove|clear|drop)\b(?!.*\b(?:list|to-?do|task)\b).{0,60}\b(?:meetings?|appointments?|events?|calendar|1:1|calls?)\b/iu,
    'event.delete',
    0.92,
  ],
];

/** What the grammar alone makes of a message, if anything. */
export function grammarAct(text: string, _context: UnderstandingContext): Act | undefined {
  const head = text.slice(0, 400).trim();
  const rest = head.slice(polite.exec(head)?.[0].length ?? 0);
  if (head.length < 90 && thanks.test(head) && !request.test(head.replace(/(?:that|it|this)(?:['’]s| is| was)/giu, '')))
    return { act: 'chitchat.thanks', confidence: 0.92 };
  for (const [pattern, act, confidence] of [...thingRules, ...rules])
    if (pattern.test(rest)) return { act, confidence };
  return undefined;
}
