/** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS`, on the writer's clock or in the zone that was named. */
export type LocalTime = string;

/** What a local time meets where clocks change. */
export type ClockChange = 'gap' | 'fold';

/** A date, a moment or a stretch of time. */
export interface When {
  /** Absent when open at that end ("until Friday"). */
  readonly start?: LocalTime;
  /** Exclusive; absent for a point. */
  readonly end?: LocalTime;
  /** No time of day was said: the start is a date. */
  readonly allDay: boolean;
  /** The start and the end as instants (ISO 8601, UTC), dates taken at midnight. */
  readonly startAt?: string;
  readonly endAt?: string;
  readonly timeZone: string;
  /** A stretch to look in ("next week", "tomorrow morning", "after 3"), not the event's own time. */
  readonly window: boolean;
  readonly dayPart?: 'morning' | 'afternoon' | 'evening' | 'night';
  /** The start lies before now. */
  readonly past?: true;
  /** The words that name no time there is: `25:00`, `30 February`. */
  readonly impossible?: string;
  /** Neither a.m. nor p.m. was said and one was taken. */
  readonly halfDayGuessed?: true;
  /** No date was said and the coming one was taken. */
  readonly dateGuessed?: true;
  /** The start falls in the hour that is skipped, or in the one that comes twice (the first is taken). */
  readonly clockChange?: ClockChange;
}
