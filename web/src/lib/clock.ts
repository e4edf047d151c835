/** The present moment in milliseconds, the one place of the dashboard that reads the clock. */
export const nowMs = (): number => Date.now();

/** The browser's IANA time zone. */
export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
