import type { Found, Slots } from '../types.ts';
import type { Page } from './page.ts';

const conference =
  /\b(?:zoom|google meet|meet link|g?meet(?:ing)? link|video (?:call|chat|conference|meeting|link)|conference (?:link|call)|(?:microsoft |ms )?teams (?:call|meeting|link)|skype(?: call| meeting)?|hangouts?|webex|(?:add|with|include|attach) (?:a |the )?(?:video|conference|meet|call) ?(?:link)?)\b/iu;
const noConference = /\b(?:no|without(?: a| any)?) (?:video|conference|meet|zoom) ?(?:link|call)?\b/iu;
const quiet =
  /\b(?:don['’]?t (?:notify|tell|e-?mail|send (?:any )?(?:invites?|invitations?|notifications?)(?: to)?)|without (?:notifying|telling|e-?mailing|sending (?:any )?(?:notifications?|invit\p{L}{1,9}))|no notifications?|silently|quietly)\b/iu;
const loud =
  /\b(?:notify|let) (?:everyone|everybody|all|the (?:attendees|guests|team|others)|them)(?: know)?\b|\bsend (?:out )?(?:the )?(?:invites|invitations|updates)\b/iu;
const scopes: readonly (readonly [RegExp, 'this' | 'following' | 'all'])[] = [
  [
    /\b(?:this and (?:all )?(?:the )?(?:following|future|later)|from (?:now|then|here) on(?:wards?)?|(?:all )?future (?:ones|occurrences|instances|events|meetings)|all (?:the |my |our )?(?:future|remaining|upcoming|later)|all (?:the )?following|going forward)\b/iu,
    'following',
  ],
  [
    /\b(?:all (?:of )?(?:the )?(?:occurrences|instances|events in (?:the|this) series)|(?:the )?(?:whole|entire|complete) series|every (?:occurrence|instance|one)|all of them|each (?:occurrence|one))\b/iu,
    'all',
  ],
  [
    /\b(?:(?:only|just) (?:this|that|the next|today['’]?s|tomorrow['’]?s)(?: one| occurrence| instance| time)?|this (?:one|occurrence|instance) only|just (?:this )?once)\b/iu,
    'this',
  ],
];
const responses: readonly (readonly [RegExp, 'accepted' | 'declined' | 'tentative'])[] = [
  [/\b(?:maybe|tentative(?:ly)?|might (?:go|attend|make)|not sure (?:if|whether) i)\b/iu, 'tentative'],
  [
    /\b(?:decline|reject|turn down|say no|rsvp no|can['’]?t (?:make|attend|come|go)|cannot (?:make|attend|come)|won['’]?t (?:make|attend|be|come)|not (?:attend(?:ing)?|going|coming)|no to)\b/iu,
    'declined',
  ],
  [
    /\b(?:accept|agree to|rsvp(?: yes)?|say yes|will (?:attend|be there|come|go|join)|i['’]?ll (?:attend|be there|come|go|join)|attending|i['’]?m (?:coming|going|in)|confirm)\b/iu,
    'accepted',
  ],
];

function flag<T>(page: Page, pattern: RegExp, value: T, sure: number, use = false): Found<T> | undefined {
  const match = page.match(pattern);
  if (!match) return undefined;
  const end = match.index + match[0].length;
  if (use) page.use({ start: match.index, end });
  return page.found(value, match.index, end, sure);
}

/** Answers, scope, notification, video link and other switches of an event. */
export function switches(page: Page): Slots {
  const slots: Slots = {};
  const off = flag(page, noConference, false, 0.9, true);
  const link = /\b(?:with|and|plus|include|add)\s(?:an?\s|the\s)?[\p{L} ]{2,24}?\s(?:link|call link)\b/iu;
  const on = off ?? flag(page, conference, true, 0.85);
  if (on && !off) flag(page, link, true, 0.85, true);
  if (on) slots.conference = on;
  const notify =
    flag<'all' | 'none'>(page, quiet, 'none', 0.9, true) ?? flag<'all' | 'none'>(page, loud, 'all', 0.8, true);
  if (notify) slots.notify = notify;
  for (const [pattern, value] of scopes) {
    const scope = flag(page, pattern, value, 0.85);
    if (scope) {
      slots.scope = scope;
      break;
    }
  }
  const hours = flag(
    page,
    /\b(?:(?:during|within|in|inside) )?(?:working|business|office|work) hours\b/iu,
    { startMinute: 540, endMinute: 1080 },
    0.8,
    true,
  );
  if (hours) slots.workingHours = hours;
  return slots;
}

export function responseOf(page: Page): Found<'accepted' | 'declined' | 'tentative'> | undefined {
  for (const [pattern, value] of responses) {
    const found = flag(page, pattern, value, 0.9);
    if (found) return found;
  }
  return undefined;
}

const placeWord =
  /^(?:room|office|cafe|café|restaurant|hotel|building|floor|park|library|school|hospital|clinic|gym|bar|pub|studio|lobby|hall|center|centre|house|home|church|airport|station|conference|boardroom|kitchen|downtown|work|mall|museum|theater|theatre|stadium|store|shop|beach|campus|headquarters|hq|place|street|avenue|square)$/iu;
const placeStop =
  /^(?:on|from|for|with|about|to|and|every|next|this|at|in|until|before|after|please|tomorrow|today|tonight|called|titled|named|starting|because|so|remind|invite|add|then|daily|weekly|by|that|if|which|is|it)$/iu;

/** `at the Blue Cafe`, `in room 4.12`, `location: Berlin`. */
export function placeOf(page: Page): Found<string> | undefined {
  const labelled =
    page.match(/\b(?:location|place|venue|room) of\s[^.!?;\n]{1,60}?\sto\s/iu) ??
    page.match(
      /\b(?:location|place|venue|where)\b(?:\s(?:of|for)\s[^.!?\n]{1,60}?)?\s?(?:is|to|should be|:|=)\s(?=\S)/iu,
    );
  if (labelled && !/^where is/iu.test(labelled[0])) {
    const place = run(page, tokenAfter(page, labelled.index + labelled[0].length), true);
    if (place) page.use({ start: place.span.start, end: place.span.end });
    return place;
  }
  for (let index = 0; index < page.tokens.length; index++) {
    const token = page.tokens[index];
    if (!token || !/^(?:at|in|@)$/.test(token.text) || page.isQuoted(token.start) || page.isUsed(token.start)) continue;
    const next = page.tokens[index + 1];
    if (!next || page.isTime(next.start) || (page.isTime(token.start) && page.isTime(next.start))) continue;
    const found = run(page, index + 1, false);
    if (found) {
      page.use({ start: token.start, end: found.span.end });
      return found;
    }
  }
  return undefined;
}

const tokenAfter = (page: Page, offset: number) => {
  const index = page.tokens.findIndex((token) => token.start >= offset);
  return index < 0 ? page.tokens.length : index;
};

function run(page: Page, from: number, sureLead: boolean): Found<string> | undefined {
  const first = page.tokens[from];
  if (!first) return undefined;
  const quote = page.quotes.find(({ span }) => span.start === first.start);
  if (quote) return quote;
  let next = from;
  let named = sureLead;
  while (next < from + 8) {
    const token = page.tokens[next];
    if (!token || page.isTime(token.start) || page.isUsed(token.start) || /^[,;!?"“()]$/.test(token.text)) break;
    if (next > from && placeStop.test(token.text)) break;
    if (token.text === '.' && page.tokens[next + 1]?.spaced !== false) break;
    const written = page.text.slice(token.start, token.end);
    if (/^\p{Lu}/u.test(written) || placeWord.test(token.text)) named = true;
    next++;
  }
  if (next === from || !named) return undefined;
  const written = page.text.slice(first.start, page.tokens[next - 1]?.end ?? first.end);
  if (
    /^(?:my|the|our)\s(?:calendar|schedule|agenda|inbox|meeting|event|morning|afternoon|evening)/iu.test(written) ||
    /^(?:my|the) (?:\p{L}+ )?(?:calendar|schedule)$/iu.test(written)
  )
    return undefined;
  return page.found(written, first.start, page.tokens[next - 1]?.end ?? first.end, sureLead ? 0.95 : 0.75);
}

const agenda =
  /\b(?:with (?:the )?(?:description|notes?|agenda)|(?:description|notes?|agenda)(?: is| should be)?)[\s:]{1,3}(?=\S)/iu;

/** `with the description …`, `notes: …`. */
export function descriptionOf(page: Page): Found<string> | undefined {
  const match = page.match(agenda);
  if (!match) return undefined;
  const start = match.index + match[0].length;
  const quote = page.quotes.find(({ span }) => span.start >= start && span.start <= start + 1);
  const end = quote?.span.end ?? page.text.trimEnd().length;
  if (end <= start) return undefined;
  page.use({ start: match.index, end });
  return quote ?? page.found(page.text.slice(start, end), start, end, 0.85);
}
