import type { Found, Slots, Span } from '../types.ts';
import { Request, unquoted } from './cuts.ts';
import type { Page } from './page.ts';

const said =
  '(?:(?:[:,]| ?) ?(?:(?:saying|says|say|that says|to say)(?: that)?|that|know(?: that)?|with(?: the)? (?:text|words|message)) |: ?|, )';
const quoted = '(?: (?=["“]))';
const note = '(?:an? |the |another )?(?:quick |short |direct |instant |chat ){0,3}(?:message|text|note|dm|post|line)';
const chat = '(?<chat>[^:"“,]{1,80}?)';
const text = '(?<text>.+)$';
const room = '(?:channel|chat|group|team)';

/** Where the chat and the text stand, tried in order. */
const shapes: readonly RegExp[] = [
  `^(?:send|write|post|drop) ${note} (?:to|in|into|on) ${chat}(?:${said}|${quoted})${text}`,
  `^(?:send|write|drop) ${note}(?:${said}|${quoted})${text}`,
  `^(?:send|write|drop) (?!["“])${chat} ${note}(?:${said}|${quoted})${text}`,
  '^(?:send|write|post|say|put|share) (?<text>["“][^"”]{1,4000}["”]) (?:to|in|into|on) (?<chat>.{1,80})$',
  `^(?:post|write|say|announce) (?:in|to|on|into) ${chat}(?:${said}|${quoted})${text}`,
  `^(?:send|write|post|say|announce) (?!${note} )(?<text>.{1,4000}) (?:to|in|into|on) (?<chat>#[^ ]{1,80}|(?:the )?[^ ]{1,40} ${room})$`,
  `^(?:tell|let|inform|notify|ask|remind) (?<chat>everyone in [^ ]{1,80}|the [^:,]{1,60}? ${room}|the [^ :,]{1,60}|#[^ :,]{1,80}|[^ :,]{1,80})(?:${said}| )${text}`,
  `^(?:message|text|dm|ping|write(?: to)?|chat(?: with)?) ${chat}(?:${said}|${quoted})${text}`,
  `^(?<chat>[^ :,]{1,40})(?:${said})${text}`,
  `^(?:send|write|post) ${note} (?:to|in|into|on) (?<chat>.{1,80})$`,
  '^(?:message|text|dm|ping) (?<chat>.{1,80})$',
].map((shape) => new RegExp(shape, 'isu'));
const before = /^(?:everyone in )?(?:(?:the|my|our) )?#?/iu;
const after = / (?:channel|chat|group)$/iu;
const nobody = /^(?:me|it|that|this|them|him|her|an?|the)?$/iu;

/** To which chat, and what it shall say. */
export function messageSlots(page: Page): Slots {
  const request = new Request(page, page.text);
  const group = request.match(shapes);
  return group ? { chat: chatOf(request.line(group('chat'))), body: bodyOf(page, group('text')) } : {};
}

function chatOf(line: Found<string> | undefined): Found<string> | undefined {
  if (!line || line.sure === 1) return line;
  const value = line.value.replace(before, '').replace(after, '').trim();
  return nobody.test(value) ? undefined : { ...line, value };
}

/** The text stays as it was written, its lines and its last sign included. */
function bodyOf(page: Page, span: Span | undefined): Found<string> | undefined {
  if (!span) return undefined;
  const upToEnd = page.text.slice(span.end).trim().length <= 3;
  const value = page.text.slice(span.start, upToEnd ? page.text.length : span.end).trimEnd();
  return unquoted(page, page.found(value, span.start, span.start + value.length, 0.85));
}
