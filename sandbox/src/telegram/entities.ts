import { bad } from './refusals.ts';
import type { Entity } from './model.ts';

const types: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  pre: 'pre',
  a: 'text_link',
  'tg-spoiler': 'spoiler',
};
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** Text and its entities from Telegram's HTML (https://core.telegram.org/bots/api#html-style, read 2026-11-21). @throws {Refusal} */
export function parseHtml(html: string): { text: string; entities: Entity[] } {
  let text = '';
  const entities: Entity[] = [];
  const open: { tag: string; offset: number; url?: string }[] = [];
  for (const [piece, closing, tag, attributes = '', entity] of html.matchAll(
    /<(\/?)([a-z][a-z0-9-]*)((?:\s[^>]*)?)>|&(lt|gt|amp|quot);|[^<&]+|[<&]/gi,
  )) {
    if (entity !== undefined) text += named[entity];
    else if (tag === undefined) {
      if (piece === '<') throw bad('can\'t parse entities: Unsupported start tag ""');
      text += piece;
    } else if (closing) {
      const last = open.pop();
      if (last?.tag !== tag.toLowerCase()) throw bad(`can't parse entities: Unmatched end tag "${tag}"`);
      const { offset, url } = last;
      if (text.length > offset) {
        entities.push({
          type: types[last.tag]!,
          offset,
          length: text.length - offset,
          ...(url !== undefined && { url }),
        });
      }
    } else {
      if (!Object.hasOwn(types, tag.toLowerCase())) throw bad(`can't parse entities: Unsupported start tag "${tag}"`);
      const url = /\shref="([^"]*)"/.exec(attributes)?.[1];
      open.push({ tag: tag.toLowerCase(), offset: text.length, ...(url !== undefined && { url }) });
    }
  }
  if (open.length > 0)
    throw bad(`can't parse entities: Can't find end tag corresponding to start tag "${open.at(-1)!.tag}"`);
  return { text, entities };
}
