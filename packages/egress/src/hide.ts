import type { Credential } from './credential.ts';

const shown = '[secret]';
/** Shorter values stand in ordinary words too. */
const shortest = 6;
/** What neither JSON nor an address nor a form writes in another way. */
const plain = /^[\w.-]*$/;

/** The forms in which a secret that was sent may come back: as it is, escaped, encoded for an address or a form, in base64. */
export function secretForms(secrets: readonly string[]): readonly string[] {
  const long = secrets.filter(({ length }) => length >= shortest);
  const forms = long.flatMap((value) => [
    value,
    ...(plain.test(value)
      ? []
      : [
          JSON.stringify(value).slice(1, -1),
          encodeURIComponent(value),
          new URLSearchParams({ v: value }).toString().slice(2),
        ]),
    Buffer.from(value).toString('base64'),
    Buffer.from(value).toString('base64url'),
  ]);
  // The longest first: a form that holds another is taken out whole.
  return [...new Set(forms)].toSorted((one, other) => other.length - one.length);
}

/** A function that takes secrets out of a text: no answer gives one back (V-11, L-3). */
export const hiding = (secrets: readonly string[]): ((text: string) => string) => hidingForms(secretForms(secrets));

/** The same where the forms are known already, see `secretForms`. */
export const hidingForms =
  (forms: readonly string[]): ((text: string) => string) =>
  (text) => {
    let clean = text;
    for (const form of forms) if (clean.includes(form)) clean = clean.replaceAll(form, shown);
    return clean;
  };

/** The same for what a call carries of a credential: itself, and with basic authentication the pair that it is half of. */
export const hidingCredential = (credential: Credential): ((text: string) => string) => hiding(sentAs(credential));

export function sentAs({ secret, place }: Credential): readonly string[] {
  const value = secret.reveal();
  return place?.in === 'basic' ? [value, `${place.user}:${value}`] : [value];
}
