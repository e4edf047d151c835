import type { Found, PersonMention } from '../types.ts';
import type { Page } from './page.ts';

type Role = PersonMention['role'];

const roleOf: Readonly<Record<string, Role>> = {
  with: 'with',
  to: 'to',
  from: 'from',
  by: 'from',
  invite: 'with',
  inviting: 'with',
  include: 'with',
  including: 'with',
  cc: 'cc',
  "cc'ing": 'cc',
  bcc: 'bcc',
  add: 'add',
  adding: 'add',
  without: 'remove',
  remove: 'remove',
  uninvite: 'remove',
  drop: 'remove',
  email: 'to',
  mail: 'to',
  message: 'to',
  tell: 'to',
  ask: 'to',
  inform: 'to',
  notify: 'to',
  write: 'to',
  'e-mail': 'to',
  ping: 'to',
  for: 'with',
  between: 'with',
  meet: 'with',
  see: 'with',
  call: 'with',
};
const groups =
  /^(?:everyone|everybody|all|team|family|group|staff|department|crew|guys|folks|class|board|committee|attendees|participants|office)$/;
const selfWords = /^(?:me|myself|i|us)$/;

/** Words that never are, begin or end a name. */
const never = new Set(
  (
    'a an the this that these those it its my your our his her their some any no one at on in for about regarding re of as is are was were be been do does did have has had will would should could can may if then so but or nor not ' +
    'today tomorrow tonight yesterday now next last every each daily weekly morning afternoon evening night noon midnight day week month year weekend hour hours minute minutes ' +
    'meeting meetings event events appointment appointments calendar calendars schedule email emails mail mails e-mail inbox message messages messages invite invitation invites call calls lunch dinner breakfast coffee reminder time times slot title subject body list note notes file files ' +
    'please thanks thank hello hi hey ok okay yes and to from with by into onto via using after before until till since between during around from saying says say asking telling called titled named subject body text letting containing ' +
    'send reply forward schedule create set book put add make cancel delete remove move change update show find search check read what when where who whom whose which how why there here new free available busy everything something anything nothing both also too just only again back up out off ' +
    'zoom teams skype meet google video phone link attachment attached him them her he she they we you start end begin attachments attachments remind book reserve discuss review talk let give invite inviting include attend notify confirm agree keep use ask tell call meet see plan arrange organize organise cancel decline accept rsvp label archive mark delete trash restore search same other others half longer shorter later earlier instead monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december'
  ).split(' '),
);
const titles = /^(?:dr|mr|mrs|ms|prof|professor|aunt|uncle|sir|miss|lady)$/;
const relations =
  /^(?:mom|mum|mother|dad|father|brother|sister|wife|husband|son|daughter|boss|manager|friend|partner|cousin|aunt|uncle|grandma|grandpa|grandmother|grandfather|colleague|coworker|doctor|dentist|accountant|lawyer|assistant|landlord|neighbor|neighbour|boyfriend|girlfriend|supervisor|professor|teacher|family|team|parents|friends|kids)$/;
const address = /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;

const addressHere = new RegExp(address.source, 'uy');

interface NameEnd {
  readonly mention: Omit<PersonMention, 'role'>;
  readonly next: number;
  readonly sure: number;
}

/** The name that starts at a token, as written. */
function nameAt(page: Page, index: number): NameEnd | undefined {
  const first = page.tokens[index];
  if (!first || page.isTime(first.start) || page.isQuoted(first.start)) return undefined;
  if (selfWords.test(first.text)) return { mention: { self: true }, next: index + 1, sure: 0.9 };
  const my = first.text === 'my' || first.text === 'the' || first.text === 'our' ? index + 1 : index;
  const word = page.tokens[my];
  if (!word || word.kind !== 'word') return undefined;
  const whole = (next: number) => page.text.slice(first.start, page.tokens[next - 1]?.end ?? first.end);
  if (groups.test(word.text)) return { mention: { name: whole(my + 1), group: true }, next: my + 1, sure: 0.8 };
  if (my > index) {
    const two = page.tokens[my + 1];
    if (two && groups.test(two.text)) return { mention: { name: whole(my + 2), group: true }, next: my + 2, sure: 0.8 };
    return relations.test(word.text) ? { mention: { name: whole(my + 1) }, next: my + 1, sure: 0.8 } : undefined;
  }
  return properName(page, index);
}

function properName(page: Page, index: number): NameEnd | undefined {
  let next = index;
  const capital = (at: number) =>
    /^\p{Lu}/u.test(page.text.slice(page.tokens[at]?.start ?? 0, page.tokens[at]?.end ?? 0));
  if (titles.test(page.tokens[next]?.text ?? '')) next += page.tokens[next + 1]?.text === '.' ? 2 : 1;
  const nameStart = next;
  while (next < index + 5) {
    const token = page.tokens[next];
    if (!token || token.kind !== 'word' || page.isTime(token.start) || page.isUsed(token.start)) break;
    if (
      never.has(token.text) &&
      !(capital(next) && next > nameStart && !/^(?:and|at|on|in|to|for|about|with)$/.test(token.text))
    )
      break;
    if (
      next > nameStart &&
      capital(nameStart) !== capital(next) &&
      !/^(?:de|van|von|der|da|di|la|el|bin|al)$/.test(token.text)
    )
      break;
    if (next > nameStart && !capital(next) && next - nameStart >= 2) break;
    next++;
    if (/'s$/.test(token.text)) break;
    if (page.tokens[next]?.text === '-' && !page.tokens[next]?.spaced && !page.tokens[next + 1]?.spaced) next++;
  }
  if (next === nameStart) return undefined;
  const group = groups.test(page.tokens[next]?.text ?? '') && !page.isTime(page.tokens[next]?.start ?? 0);
  if (group) next++;
  const start = page.tokens[index]?.start ?? 0;
  const end = page.tokens[next - 1]?.end ?? start;
  const name = page.text.slice(start, end).replace(/['’]s$/u, '');
  return { mention: { name, ...(group && { group }) }, next, sure: capital(nameStart) ? 0.9 : 0.6 };
}

/** Addresses and names that are led into by "with", "to", "from", "cc", "invite" and their like. */
export function peopleIn(page: Page, leads: readonly string[]): Found<PersonMention>[] {
  const people: Found<PersonMention>[] = [];
  for (let index = 0; index < page.tokens.length && people.length < 50; index++) {
    const token = page.tokens[index];
    const role = token && leads.includes(token.text) ? roleOf[token.text] : undefined;
    if (!token || !role || page.isTime(token.start) || page.isQuoted(token.start) || page.isUsed(token.start)) continue;
    index = listFrom(page, index, role, people) - 1;
  }
  return withAddresses(page, people);
}

/** "Ann, Bob and Cy": one role for all; gives the token after the list. */
function listFrom(page: Page, lead: number, role: Role, into: Found<PersonMention>[]): number {
  let index = lead + 1;
  const text = (at: number) => page.tokens[at]?.text ?? '';
  if (text(index) === 'in' && role === 'add') return index;
  while (into.length < 50) {
    const from = /^(?:both|also|only|just|:|optional|optionally)$/.test(text(index)) ? index + 1 : index;
    const optional = /^optional/.test(text(index));
    const mail = addressAt(page, from);
    const name = mail ?? nameAt(page, from);
    if (!name) break;
    const start = page.tokens[from]?.start ?? 0;
    const end = page.tokens[name.next - 1]?.end ?? start;
    into.push(page.found({ ...name.mention, role, ...(optional && { optional: true }) }, start, end, name.sure));
    page.use({ start: index === lead + 1 ? (page.tokens[lead]?.start ?? start) : start, end });
    index = name.next;
    const link =
      text(index) === ','
        ? text(index + 1) === 'and'
          ? index + 2
          : index + 1
        : /^(?:and|&|or)$/.test(text(index))
          ? index + 1
          : index;
    if (link === index || (!addressAt(page, link) && !nameAt(page, link))) break;
    index = link;
  }
  return Math.max(index, lead + 1);
}

function addressAt(page: Page, index: number): NameEnd | undefined {
  const token = page.tokens[index];
  if (!token) return undefined;
  addressHere.lastIndex = token.start;
  const found = addressHere.exec(page.text);
  if (!found) return undefined;
  const end = found.index + found[0].length;
  let next = index;
  while (page.tokens[next] && (page.tokens[next]?.start ?? 0) < end) next++;
  return { mention: { email: found[0] }, next, sure: 1 };
}

/** Adds every address that no lead came before. */
function withAddresses(page: Page, people: Found<PersonMention>[]): Found<PersonMention>[] {
  for (const match of page.text.matchAll(address)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (page.isQuoted(start) || people.some(({ span }) => start < span.end && end > span.start) || people.length >= 50)
      continue;
    people.push(page.found({ email: match[0], role: 'with' }, start, end, 0.8));
    page.use({ start, end });
  }
  return people;
}
