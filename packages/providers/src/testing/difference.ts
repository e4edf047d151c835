import type { DescribedRequest } from '@switchboard/testing/descriptions/api-description';

/** Something the vendor's description lacks or has wrong, at the operations it names. */
export interface Difference {
  /** Operations by the vendor's names; each finding is seen at each of them. */
  readonly operations: readonly string[];
  /**
   * What a finding says behind the name of its operation, to the end. `[]` stands for any place in a list,
   * `<number>`, `<instant>` and `<any>` for such a text.
   */
  readonly findings: readonly string[];
  /** One sentence for the conformance table, with where the right answer is written. */
  readonly why: string;
}

/** A call that the description has no operation for. */
export interface UndescribedCall {
  /** Method and address without its query; `<segment>` stands for one segment of its path. */
  readonly call: string;
  /** One sentence for the conformance table, with where it is described in words. */
  readonly why: string;
}

/** Scopes that suffice where the description names only wider ones. */
export interface NarrowerScopes {
  readonly scopesOf: (request: DescribedRequest) => readonly string[];
  /** One sentence for the conformance table, with where they are written. */
  readonly why: string;
}

/** A text in which names stand for kinds of text. */
export interface Pattern {
  readonly text: string;
  readonly fits: (text: string) => boolean;
}

/** Each finding of a difference at each of its operations. */
export const patternsOf = ({ operations, findings }: Difference): Pattern[] =>
  operations.flatMap((operation) =>
    findings.map((finding) => patternOf(/^[:.]/.test(finding) ? operation + finding : `${operation} ${finding}`)),
  );

/** The call of a request, by method and address. */
export const callPattern = ({ call }: UndescribedCall): Pattern => patternOf(call);
export const callOf = ({ method, url }: DescribedRequest): string => `${method} ${url.origin}${url.pathname}`;

const kinds: Readonly<Record<string, string>> = {
  '[]': String.raw`\[\d+\]`,
  '<number>': String.raw`\d+(?:\.\d+)?`,
  '<instant>': String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z`,
  '<segment>': '[^/]+',
  '<any>': '.+',
};

function patternOf(text: string): Pattern {
  const parts = text
    .split(/(\[\]|<\w+>)/)
    .map((part) => kinds[part] ?? part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const pattern = new RegExp(`^${parts.join('')}$`, 's');
  return { text, fits: (one) => pattern.test(one) };
}
