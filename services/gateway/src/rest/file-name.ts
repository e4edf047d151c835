import { HubError } from '@switchboard/contracts';
import { checkText } from '../http/strict-json.ts';

/** The name in a `Content-Disposition` header (RFC 6266 §4.3), or `file`. It stays a name: nothing here makes a path of it (G-13). */
export function fileNameOf(disposition: string | undefined): string {
  const extended = /(?:^|;)\s*filename\*\s*=\s*utf-8''([^;\s]+)/i.exec(disposition ?? '')?.[1];
  const quoted = /(?:^|;)\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition ?? '');
  const name = extended === undefined ? (quoted?.[1]?.replaceAll(/\\(.)/g, '$1') ?? quoted?.[2]) : decode(extended);
  const last = (name ?? 'file').split(/[/\\]/).at(-1) ?? '';
  checkText(last);
  return last.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '').slice(0, 255) || 'file';
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch (cause) {
    throw new HubError('input_invalid', 'The file name in Content-Disposition is not right.', {}, { cause });
  }
}

/** `attachment` with the name in both forms of RFC 6266 §5. */
export function attachment(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%/]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
