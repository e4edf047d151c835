import type { MailMessage } from '@switchboard/contracts';
import { escapedHtml } from '../../shared/html.ts';

interface Named {
  readonly email: string;
  readonly name?: string;
}

/** The texts of a forwarded mail: the note, then who wrote the original, when and what. */
export function forwarded(message: MailMessage, note: string): { text: string; html?: string } {
  const lines = [
    '---------- Forwarded message ---------',
    `From: ${shown([message.from])}`,
    `Date: ${new Date(message.receivedAt).toUTCString()}`,
    `Subject: ${message.subject}`,
    `To: ${shown(message.to)}`,
    ...(message.cc.length > 0 ? [`Cc: ${shown(message.cc)}`] : []),
  ];
  const text = [...(note ? [note, ''] : []), ...lines, '', message.text ?? plain(message.html ?? '')].join('\n');
  if (!message.html) return { text };
  const head = [...(note ? [note, ''] : []), ...lines].map(escapedHtml).join('<br>');
  return { text, html: `<div>${head}</div><br>${message.html}` };
}

const shown = (people: readonly Named[]): string =>
  people.map(({ email, name }) => (name ? `${name} <${email}>` : email)).join(', ');

/** HTML as plain words, for readers that show no HTML. */
const plain = (html: string): string =>
  html
    .replaceAll(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, '')
    .replaceAll(/<(br|\/p|\/div|\/tr|\/li|\/h[1-6])\b[^>]*>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(
      /&(nbsp|lt|gt|quot|amp);/g,
      (_all, name: string) => ({ nbsp: ' ', lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? '',
    )
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
