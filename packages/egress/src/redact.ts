const shown = '[secret]';
const shortest = 8;

const secretField =
  /^(?:.*[-_.])?(?:authorization|cookie|set-cookie|password|passwd|secret|client_?secret|token|access_?token|refresh_?token|id_?token|api_?key|apikey|private_?key|assertion|code_?verifier|credential|session|signature)$/i;
const camelSecret = /(?:Token|Secret|Password|ApiKey|PrivateKey|Verifier|Credential|Cookie|Authorization)$/;
const queryParameter =
  /([?&#;](?:access_token|refresh_token|id_token|token|code|state|client_secret|code_verifier|api_?key|key|secret|password|assertion|sig|signature|x-amz-signature|x-goog-signature)=)[^&#\s"'<>]+/gi;
const shapes: readonly [RegExp, string][] = [
  [/\b(Bearer|Basic)\s+[\w~+/.=-]{8,}/gi, `$1 ${shown}`],
  // A scheme of the provider's own; the digit tells a token from a word.
  [/\b([a-z]+-[a-z]*token)\s+(?=\S*\d)[\w~+/.=-]{8,}/gi, `$1 ${shown}`],
  [/\/bot\d{5,}:[\w-]{20,}/g, `/bot${shown}`],
  [/\bswb_[a-z]{1,12}_[\w]{8,}/g, shown],
  [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, shown],
  [/\bya29\.[\w-]{10,}/g, shown],
  [/\b1\/\/[\w-]{20,}/g, shown],
  [/\b(https?:\/\/)[^\s/@:]+:[^\s/@]+@/gi, `$1${shown}@`],
];

/** Takes secrets out of what is logged: by live value, by field name and by the shape of addresses and headers (L-3). */
export class Redactor {
  readonly #values = new Map<string, number>();

  /** Watches for a value for as long as the returned function is not called. */
  add(value: string): () => void {
    if (value.length < shortest) return () => {};
    const forms = new Set([value, encodeURIComponent(value), base64(value, 'base64'), base64(value, 'base64url')]);
    for (const form of forms) this.#values.set(form, (this.#values.get(form) ?? 0) + 1);
    return () => {
      for (const form of forms) this.#drop(form);
      forms.clear();
    };
  }

  text(text: string): string {
    let clean = text;
    for (const value of this.#values.keys()) if (clean.includes(value)) clean = clean.replaceAll(value, shown);
    clean = clean.replace(queryParameter, `$1${shown}`);
    for (const [shape, to] of shapes) clean = clean.replace(shape, to);
    return clean;
  }

  /** A copy without secrets, to eight levels. */
  value(value: unknown, depth = 0): unknown {
    if (typeof value === 'string') return this.text(value);
    if (typeof value !== 'object' || value === null) return value;
    if (depth >= 8) return '[deep]';
    if (Array.isArray(value)) return value.map((item) => this.value(item, depth + 1));
    if (typeof (value as { toJSON?: unknown }).toJSON === 'function') {
      return this.value((value as { toJSON(): unknown }).toJSON(), depth + 1);
    }
    const source = value instanceof Error ? { ...value, message: value.message, stack: value.stack } : value;
    return Object.fromEntries(
      Object.entries(source).map(([name, item]) => [
        name,
        isSecretField(name) && item !== undefined && item !== null ? shown : this.value(item, depth + 1),
      ]),
    );
  }

  #drop(form: string): void {
    const uses = (this.#values.get(form) ?? 0) - 1;
    if (uses > 0) this.#values.set(form, uses);
    else this.#values.delete(form);
  }
}

const isSecretField = (name: string): boolean => secretField.test(name) || camelSecret.test(name);

const base64 = (value: string, form: 'base64' | 'base64url'): string => Buffer.from(value).toString(form);

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const hidden = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Makes line breaks, escape sequences and characters that reorder text visible, so that no text can forge a log line (L-3). */
export const neutralise = (text: string): string =>
  text.replace(hidden, (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`);
