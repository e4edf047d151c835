import type { StoredBody } from './state.ts';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

/** A body as words, as Outlook gives it where `text` is preferred. */
export const plainOf = ({ contentType, content }: StoredBody): string =>
  contentType === 'text'
    ? content
    : content
        .replaceAll(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, '')
        .replaceAll(/<(br|hr|\/p|\/div|\/tr|\/li)\b[^>]*>/gi, '\r\n')
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll(/&(amp|lt|gt|quot|nbsp|#39);/g, (_all, name: string) => entities[name]!)
        .trim();

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll(/\r?\n/g, '<br>');

export const htmlOf = (body: StoredBody): string =>
  body.contentType === 'html' ? body.content : `<html><body>${escaped(body.content)}</body></html>`;
