/** Bytes as text: UTF-8 where they are, else the charset they claim, else Latin-1. */
export function decodeText(bytes: Uint8Array, charset = 'utf-8'): string {
  const stateful = /^(iso-2022|hz-|utf-7|utf-16)/i.test(charset);
  if (!stateful) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      // Not UTF-8: the claimed charset counts.
    }
  }
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const encodedWord = /=\?([^?*\s]+)(?:\*[^?\s]*)?\?([bq])\?([^?\s]*)\?=/gi;

/** A header's value with its encoded words read (RFC 2047). */
export function decodeWords(value: string): string {
  const joined = value.replaceAll(/(\?=)\s+(?==\?[^?\s]+\?[bq]\?)/gi, '$1');
  return joined.replaceAll(encodedWord, (_all, charset: string, encoding: string, text: string) => {
    const bytes = /b/i.test(encoding)
      ? Buffer.from(text, 'base64')
      : Buffer.from(
          text
            .replaceAll('_', ' ')
            .replaceAll(/=([0-9a-f]{2})/gi, (_hex, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        );
    return decodeText(bytes, charset);
  });
}
