import type { Found, PersonMention, Slots } from '../types.ts';
import type { Page } from './page.ts';

const bodyLead =
  /\b(?:saying|says|say that|that says|which says|to say(?: that)?|with the (?:message|text|body|words)|with (?:body|text|message)|the (?:body|text|message) (?:is|should be|being)|(?:and )?(?:tell|telling|inform|informing|let|letting) (?:him|her|them|\p{L}{1,30})(?: know)?(?: that)?|asking(?: \p{L}{1,30})? (?=if|whether|for|about|to|when|what|how)|message:|body:|text:)[\s:,]{1,3}/iu;
const askLead = /\bask(?:ing)? (?:him|her|them|\p{Lu}[\p{L}'’]{1,30}) (?=if|whether|for|about|to|when|what|how|why)/u;
const subjectLead =
  /\b(?:with (?:the |a )?subject(?: line)?|subject(?: line)?(?: is| should be| being)?|titled|entitled|with (?:the )?title|called|headed)[\s:]{1,3}/iu;
const aboutLead = /\b(?:about|regarding|concerning|re:|on the subject of|on the topic of|related to)\s{0,2}/iu;
const stops =
  /\s(?:saying|that says|and (?:say|tell|ask|reply|forward|send|let|attach|cc|mark|delete|archive)|with (?:the |an? |any )?(?:body|text|message|subject|attachments?|files?|pdfs?)|to (?=\p{Lu}|[\p{L}\d._-]{1,64}@)|cc\b|bcc\b|from (?=\p{L})|in my|in the|sent|received|please)\b|[?!;\n]|\.(?:\s|$)|,\s(?:and|saying|please|then)\b/iu;

/** The quoted words that begin right here, or the words up to where another part begins. */
function valueAt(page: Page, at: number, stop: RegExp | undefined, sure: number): Found<string> | undefined {
  const quote = page.quotes.find(({ span }) => span.start >= at && span.start <= at + 2);
  if (quote) return page.found(quote.value, quote.span.start, quote.span.end, 1);
  const rest = page.text.slice(at);
  const cut = stop ? rest.search(stop) : -1;
  const raw = cut < 0 ? rest : rest.slice(0, cut);
  const value = raw.trim().replace(/^[:,]\s*/, '');
  if (value === '') return undefined;
  const start = at + raw.indexOf(value);
  return page.found(value, start, start + value.length, sure);
}

function after(page: Page, lead: RegExp, stop: RegExp | undefined, sure: number): Found<string> | undefined {
  const match = page.match(lead);
  if (!match) return undefined;
  const value = valueAt(page, match.index + match[0].length, stop, sure);
  if (value) page.use({ start: lead === bodyLead ? value.span.start : match.index, end: value.span.end });
  return value;
}

/** Subject and text of a message that is to be written. */
export function compose(page: Page): Slots {
  const slots: Slots = {};
  const subject = after(page, subjectLead, stops, 0.9);
  if (subject) slots.subject = subject;
  const body = after(page, bodyLead, undefined, 0.9) ?? asked(page) ?? colonBody(page) ?? thatBody(page);
  const text = body && trimmedBody(page, body, subject);
  if (text && !(subject && overlaps(subject, text))) slots.body = text;
  if (!slots.body) slots.body = looseQuote(page, subject);
  if (!slots.subject) {
    const about = after(page, aboutLead, stops, 0.75);
    if (about && !(slots.body && overlaps(about, slots.body))) slots.subject = about;
  }
  return slots;
}

const overlaps = (a: Found<string>, b: Found<string>) => a.span.start < b.span.end && b.span.start < a.span.end;

function asked(page: Page): Found<string> | undefined {
  const match = page.match(askLead);
  if (!match) return undefined;
  return valueAt(page, match.index + match[0].length, undefined, 0.6);
}

/** `email Bob: running late`. */
function colonBody(page: Page): Found<string> | undefined {
  const match = /^[^:\n"]{3,80}[^\s:\d]:\s(?=\S)/u.exec(page.text);
  return match ? valueAt(page, match[0].length, undefined, 0.85) : undefined;
}

/** `tell Bob I will be late`, `email Ann that the report is done`. */
function thatBody(page: Page): Found<string> | undefined {
  const match = page.match(
    /\bthat\s(?=(?:i|we|the|my|our|he|she|they|it|you|there|this|everything|\p{L}{1,20} (?:is|are|was|will|has|have|can))\b)/iu,
  );
  if (match) return valueAt(page, match.index + match[0].length, undefined, 0.8);
  const told = page.match(
    /\b(?:tell|let|inform|notify)\s(?:[\p{L}'’.-]{1,30}\s){1,3}?(?:know\s)?(?=(?:i'm|i’m|i|we|we're|my|our|the)\b)/iu,
  );
  return told ? valueAt(page, told.index + told[0].length, undefined, 0.7) : undefined;
}

function looseQuote(page: Page, subject: Found<string> | undefined): Found<string> | undefined {
  return page.quotes
    .filter((quote) => !subject || !overlaps(subject, quote))
    .sort((a, b) => b.value.length - a.value.length)[0];
}

/** A subject that follows the text is not part of it. */
function trimmedBody(page: Page, body: Found<string>, subject: Found<string> | undefined): Found<string> {
  const lead = /[,.]?\s(?:with\s)?(?:the\s)?subject(?:\sline)?[\s:]{1,3}(?:is\s)?$/iu;
  if (subject && subject.span.start > body.span.start && subject.span.start < body.span.end) {
    const value = page.text.slice(body.span.start, subject.span.start).replace(lead, '');
    return page.found(value, body.span.start, body.span.start + value.length, body.sure);
  }
  const cut = body.value.search(/[,.]?\s(?:with (?:the )?subject|and (?:cc|bcc)\b|cc (?=\S+@))/iu);
  if (cut <= 0) return body;
  return page.found(body.value.slice(0, cut), body.span.start, body.span.start + cut, body.sure);
}

const labelLead =
  /\b(?:label(?:led|ed)?(?: (?:it|them|this|that|these|those|as|with))*|tag(?: (?:it|them|this|that|as|with))*|(?:under|into|to|in) (?:the |my )?(?=[^.!?]{1,40}(?:folder|label)))\s?/iu;
const labelAs =
  /^\W*(?:please\s)?(?:label|tag|mark|file)\b[^.!?;\n]{1,100}?\s(?:as|under|with(?: the)?(?: label)?)\s(?=\S{1,60}(?:\s\S{1,60}){0,3}$)/iu;
const system =
  /\b(starred|important|spam|junk|inbox|sent|drafts?|trash|promotions?|social|updates)\b(?:\s(?:folder|mail|mails|emails?|messages|items))?/iu;

/** Which label or folder: `label it Receipts`, `in the Work folder`, `starred`. */
export function labelOf(page: Page): Found<string> | undefined {
  const match = page.match(labelAs) ?? page.match(labelLead);
  const value =
    match &&
    valueAt(
      page,
      match.index + match[0].length,
      /\s(?:folder|label)\b|\s(?:and|from|about|that|for|please|by|all|the)\b|[.,!?;]/iu,
      0.8,
    );
  if (value && !/^(?:it|them|this|that|all|the|my|as)$/iu.test(value.value) && value.value.split(' ').length <= 4)
    return value;
  const named =
    page.match(/\bas (important|starred|spam|junk|urgent|done|todo|to-do|follow[- ]up)\b/iu) ?? page.match(system);
  if (!named?.[1]) return undefined;
  const start = named.index + named[0].indexOf(named[1]);
  return page.found(named[1].toLowerCase(), start, start + named[1].length, 0.7);
}

/** "Kenji's latest mail": whose it is sent it. */
export function ownerOf(page: Page): Found<PersonMention>[] {
  const match =
    /\b(\p{Lu}[\p{L}’'-]*?(?:\s\p{Lu}[\p{L}-]*?)?)['’]s\s(?:(?:last|latest|newest|most recent|recent)\s)?(?:e-?mails?|mails?|messages?|note|reply)\b/u.exec(
      page.text,
    );
  const name = match?.[1];
  if (!match || !name) return [];
  const end = match.index + name.length;
  page.use({ start: match.index, end: end + 2 });
  return [page.found({ name, role: 'from' as const }, match.index, end, 0.85)];
}

/** What a search of mail looks for. */
export function searchOf(page: Page): Slots {
  const slots: Slots = {};
  const unread = page.match(
    /\b(?:unread|unopened|not read|haven['’]t read|new)\b(?=[\s\S]{0,40}(?:e-?mails?|mails?|messages?|inbox|$))/iu,
  );
  if (unread && (unread[0].toLowerCase() !== 'new' || /\bnew (?:e-?mails?|mails?|messages?)\b/iu.test(page.text)))
    slots.unread = page.found(
      true,
      unread.index,
      unread.index + unread[0].length,
      unread[0].toLowerCase() === 'new' ? 0.6 : 0.95,
    );
  const read = page.match(/\b(?:already read|that i(?:'ve| have) read)\b/iu);
  if (read) slots.unread = page.found(false, read.index, read.index + read[0].length, 0.8);
  const attached = page.match(
    /\b(?:attachments?|attached|with (?:an? )?(?:files?|pdfs?|documents?|photos?|pictures?|spreadsheets?|invoices? attached))\b/iu,
  );
  if (attached) slots.attachments = page.found(true, attached.index, attached.index + attached[0].length, 0.9);
  const subject = after(
    page,
    /\b(?:with (?:the )?subject(?: line)?|subject(?: line)?:?|titled|entitled|called)\s/iu,
    stops,
    0.9,
  );
  if (subject) slots.subject = subject;
  const about = subject
    ? undefined
    : after(
        page,
        /\b(?:about|regarding|concerning|mentioning|mentions?|containing|contains?|that (?:say|mention|contain)s?|related to|for the word|with the words?)\s/iu,
        stops,
        0.8,
      );
  const isTime = about && page.times.some(({ span }) => span.start <= about.span.start && span.end >= about.span.end);
  if (about && !isTime) slots.query = withoutTimes(page, about);
  else if (!subject && page.quotes[0]) slots.query = page.quotes[0];
  return slots;
}

/** A time at the end says when, not what. */
function withoutTimes(page: Page, found: Found<string>): Found<string> {
  const time = page.times.find(
    ({ span, value }) =>
      value.kind !== 'duration' &&
      span.start > found.span.start &&
      span.start < found.span.end &&
      span.end >= found.span.end - 1,
  );
  if (!time) return found;
  const kept = page.text
    .slice(found.span.start, time.span.start)
    .trimEnd()
    .replace(/\s(?:from|on|in|since|before|after|at|for|during|over|of)$/iu, '')
    .trimEnd();
  return kept === '' ? found : page.found(kept, found.span.start, found.span.start + kept.length, found.sure);
}
