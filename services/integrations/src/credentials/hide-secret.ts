import type { Revealable } from '@switchboard/egress';
import type { TokenUse } from '@switchboard/provider-kit';

const shown = '[secret]';
const shortest = 6;

/** A function that takes a credential out of a text, in whatever form it was sent: no answer gives it back (V-11, L-3). */
export function hiding(secret: Revealable, place: TokenUse): (text: string) => string {
  const value = secret.reveal();
  if (value.length < shortest) return (text) => text;
  const pair = place.in === 'basic' ? [base64(`${place.user}:${value}`)] : [];
  const escaped = JSON.stringify(value).slice(1, -1);
  const forms = [...new Set([value, escaped, encodeURIComponent(value), base64(value), ...pair])];
  return (text) => {
    let clean = text;
    for (const form of forms) if (clean.includes(form)) clean = clean.replaceAll(form, shown);
    return clean;
  };
}

const base64 = (value: string): string => Buffer.from(value).toString('base64');
