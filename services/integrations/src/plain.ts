/** A value as JSON keeps it: what has no value is left out. */
export const plain = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));

/** The same value with `link` applied to every address that a field named `url` or `…Url` holds. */
export const withLinks = (value: unknown, link: (address: string) => string): unknown =>
  JSON.parse(
    JSON.stringify(value, (name, one: unknown) =>
      /^(?:url|.*Url)$/.test(name) && typeof one === 'string' && URL.canParse(one) ? link(one) : one,
    ),
  ) as unknown;
