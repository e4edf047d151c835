/** Clocks differ; what a run wrote may bear a time this much before the run began. */
const slackMs = 120_000;

/**
 * The time from which on a run's traces are to be looked for; a run's id is a UUIDv7, which begins with its time.
 * @see https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7
 */
export const beganAt = (runId: string): Date =>
  new Date(Math.max(0, Number.parseInt(runId.replaceAll('-', '').slice(0, 12), 16) - slackMs));
