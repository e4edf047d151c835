/** Ids of staged files anywhere in an input. */
export function stagedFilesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    name === 'fileId' && typeof one === 'string' ? [one] : stagedFilesIn(one),
  );
}
