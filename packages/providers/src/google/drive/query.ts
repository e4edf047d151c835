/**
 * A text as it stands in a search of Drive's.
 * @see https://developers.google.com/workspace/drive/api/guides/search-files read on 2026-11-21
 */
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`;

/** What lies in a folder and not in the bin. */
export const inFolder = (folderId: string): string => `${quoted(folderId)} in parents and trashed = false`;

/** Files whose name or content has these words. */
export const about = (words: string): string =>
  `(name contains ${quoted(words)} or fullText contains ${quoted(words)}) and trashed = false`;

/** The member of a file, seen by the hub alone, that says which run made it. */
export const runProperty = 'switchboardRun';

/** What a run made. */
export const madeIn = (marker: string): string =>
  `appProperties has { key=${quoted(runProperty)} and value=${quoted(marker)} } and trashed = false`;
