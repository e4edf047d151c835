import type { GraphBody } from './answer.ts';
import { escapedHtml } from '../../shared/html.ts';

interface Written {
  readonly text: string;
  readonly html?: string | undefined;
}

/** Outlook keeps one body: HTML where there is some, from which it makes the words itself. */
export const bodyOf = ({ text, html }: Written): GraphBody =>
  html === undefined ? { contentType: 'text', content: text } : { contentType: 'html', content: html };

/** What is written, above what Outlook quoted of the mail that it answers. */
export function bodyAbove(quoted: GraphBody | undefined, written: Written): GraphBody {
  if (!quoted?.content) return bodyOf(written);
  if (quoted.contentType === 'text' && written.html === undefined)
    return { contentType: 'text', content: `${written.text}\n\n${quoted.content}` };
  const html = `<div>${written.html ?? escapedHtml(written.text)}</div>`;
  const below = quoted.contentType === 'html' ? quoted.content : `<div>${escapedHtml(quoted.content)}</div>`;
  const start = /<body\b[^>]*>/i.exec(below);
  const at = start ? start.index + start[0].length : 0;
  return { contentType: 'html', content: below.slice(0, at) + html + below.slice(at) };
}
