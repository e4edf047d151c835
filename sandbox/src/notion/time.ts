/** Notion's times have no seconds. */
export const minute = (at: number): string => new Date(at - (at % 60_000)).toISOString();
