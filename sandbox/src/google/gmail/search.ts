import { DateTime } from 'luxon';
import type { Box, StoredMessage } from './model.ts';

type Test = (message: StoredMessage) => boolean;

interface Context {
  readonly box: Box;
  readonly now: number;
  readonly zone: string;
}

export interface Search {
  readonly test: Test;
  /** True where the words themselves ask for trash or spam. */
  readonly everywhere: boolean;
}

const tokenPattern = /-?\(|-?\{|\)|\}|-?(?:[\w]+:)?"[^"]*"|-?[\w]+:\([^)]*\)|[^\s(){}"]+/g;

/** Reads Gmail's search language; what it cannot read it takes for words, as Gmail does. */
export function parseSearch(query: string, context: Context): Search {
  const tokens = query.match(tokenPattern) ?? [];
  let at = 0;
  let everywhere = false;

  const all = (closing: string | undefined): Test => {
    const either: Test[][] = [[]];
    while (at < tokens.length && tokens[at] !== closing) {
      const token = tokens[at]!;
      if (token === ')' || token === '}') {
        at += 1;
      } else if (token === 'OR' || token === '|') {
        at += 1;
        const left = either.at(-1)!.pop() ?? (() => false);
        const right = at < tokens.length && tokens[at] !== closing ? one() : () => false;
        either.at(-1)!.push((message) => left(message) || right(message));
      } else if (token === 'AND') at += 1;
      else either.at(-1)!.push(one());
    }
    at += 1;
    return (message) => either.every((tests) => tests.every((test) => test(message)));
  };
  const any = (): Test => {
    const tests: Test[] = [];
    while (at < tokens.length && tokens[at] !== '}') tests.push(one());
    at += 1;
    return (message) => tests.some((test) => test(message));
  };
  const one = (): Test => {
    const token = tokens[at++]!;
    const negative = token.startsWith('-') && token.length > 1;
    const text = negative ? token.slice(1) : token;
    const test = text === '(' ? all(')') : text === '{' ? any() : term(text);
    return negative ? (message) => !test(message) : test;
  };
  const term = (text: string): Test => {
    const [, operator, rest] = /^(\w+):(.+)$/s.exec(text) ?? [];
    const value = (rest ?? text).replace(/^["(]|[")]$/g, '');
    if (!operator) return words(value, text.startsWith('"'));
    if (operator.toLowerCase() === 'in' && /^(anywhere|trash|spam)$/i.test(value)) everywhere = true;
    if (rest!.startsWith('(')) {
      const tests = value
        .split(/\s+OR\s+/)
        .map((choice) => operation(operator.toLowerCase(), choice.replace(/"/g, ''), context));
      return (message) => tests.some((test) => test?.(message) ?? false);
    }
    return operation(operator.toLowerCase(), value, context) ?? words(text, false);
  };
  return { test: all(undefined), everywhere };
}

function words(text: string, phrase: boolean): Test {
  const wanted = text.toLowerCase();
  if (phrase) return (message) => message.text.includes(wanted);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
    'u',
  );
  return (message) => pattern.test(message.text);
}

const labelName = (text: string): string => text.toLowerCase().replace(/[\s/]+/g, '-');

function operation(operator: string, value: string, { box, now, zone }: Context): Test | undefined {
  const wanted = value.toLowerCase();
  const holds =
    (read: (message: StoredMessage) => string): Test =>
    (message) =>
      read(message).toLowerCase().includes(wanted);
  const labelled =
    (id: string): Test =>
    (message) =>
      message.labelIds.includes(id);
  switch (operator) {
    case 'from':
      return wanted === 'me' ? labelled('SENT') : holds((message) => message.from);
    case 'to':
      return wanted === 'me'
        ? (message) => !message.labelIds.includes('SENT')
        : holds((message) => `${message.to} ${message.cc} ${message.bcc}`);
    case 'cc':
      return holds((message) => message.cc);
    case 'bcc':
      return holds((message) => message.bcc);
    case 'subject':
      return holds((message) => message.subject);
    case 'filename':
      return holds((message) => message.files.join('\n'));
    case 'rfc822msgid':
      return (message) => message.messageId.replace(/[<>]/g, '') === value.replace(/[<>]/g, '');
    case 'label':
    case 'in': {
      if (wanted === 'anywhere' || wanted === 'all') return () => true;
      if (wanted === 'archive')
        return (message) => !['INBOX', 'SENT', 'DRAFT', 'TRASH', 'SPAM'].some((id) => message.labelIds.includes(id));
      const label = Object.values(box.labels).find(
        (one) =>
          labelName(one.name) === labelName(wanted) ||
          one.id.toLowerCase() === wanted ||
          `${one.name.toLowerCase()}s` === wanted,
      );
      return label ? labelled(label.id) : () => false;
    }
    case 'category':
      return labelled(`CATEGORY_${wanted === 'primary' ? 'PERSONAL' : wanted.toUpperCase()}`);
    case 'is':
      return wanted === 'read' ? (message) => !message.labelIds.includes('UNREAD') : labelled(wanted.toUpperCase());
    case 'has':
      if (wanted === 'attachment') return (message) => message.files.length > 0;
      if (wanted === 'userlabels') return (message) => message.labelIds.some((id) => box.labels[id]?.type === 'user');
      if (wanted === 'nouserlabels')
        return (message) => !message.labelIds.some((id) => box.labels[id]?.type === 'user');
      return (message) => message.files.some((file) => file.toLowerCase().endsWith(`.${wanted}`));
    case 'after':
    case 'newer':
      return dated(value, zone, (message, moment) => message.internalDate >= moment);
    case 'before':
    case 'older':
      return dated(value, zone, (message, moment) => message.internalDate < moment);
    case 'newer_than':
      return aged(value, now, zone, (message, moment) => message.internalDate >= moment);
    case 'older_than':
      return aged(value, now, zone, (message, moment) => message.internalDate < moment);
    case 'larger':
    case 'size':
      return (message) => message.size >= bytes(wanted);
    case 'smaller':
      return (message) => message.size < bytes(wanted);
    default:
      return undefined;
  }
}

function dated(value: string, zone: string, test: (message: StoredMessage, moment: number) => boolean): Test {
  const epoch = /^\d{9,}$/.test(value) ? Number(value) * 1000 : undefined;
  const [, year, month, day] = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(value) ?? [];
  const moment =
    epoch ??
    (year
      ? DateTime.fromObject({ year: Number(year), month: Number(month), day: Number(day) }, { zone }).toMillis()
      : Number.NaN);
  return (message) => !Number.isNaN(moment) && test(message, moment);
}

function aged(
  value: string,
  now: number,
  zone: string,
  test: (message: StoredMessage, moment: number) => boolean,
): Test {
  const [, count, unit] = /^(\d+)([dmyh])$/.exec(value.toLowerCase()) ?? [];
  if (!count) return () => false;
  const name = { d: 'days', m: 'months', y: 'years', h: 'hours' }[unit as 'd'];
  const moment = DateTime.fromMillis(now, { zone })
    .minus({ [name]: Number(count) })
    .toMillis();
  return (message) => test(message, moment);
}

const bytes = (text: string): number =>
  Number.parseFloat(text) * (text.endsWith('m') ? 1_048_576 : text.endsWith('k') ? 1024 : 1);
