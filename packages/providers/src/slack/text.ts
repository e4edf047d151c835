const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const plain: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Text that Slack shows as it is (https://docs.slack.dev/messaging/formatting-message-text#escaping, read on 2026-11-21). */
export const escaped = (text: string): string => text.replaceAll(/[&<>]/g, (character) => escapes[character]!);

/** Text as people read it: mentions by name, links by their words, no escapes. */
export const readable = (text: string, names: ReadonlyMap<string, string>): string =>
  text
    .replaceAll(/<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g, (_all, kind: string, target: string, label?: string) =>
      kind === ''
        ? linkText(target, label)
        : kind === '!'
          ? `@${label ?? target}`
          : kind + (label ?? names.get(target) ?? target),
    )
    .replaceAll(/&(?:amp|lt|gt);/g, (escape) => plain[escape]!);

const linkText = (address: string, label: string | undefined): string =>
  label === undefined || label === address ? address : `${label} (${address})`;

/** The people that a text mentions. */
export const mentionedIn = (text: string): string[] => [...text.matchAll(/<@([UW][A-Z0-9]+)/g)].map(([, id]) => id!);
