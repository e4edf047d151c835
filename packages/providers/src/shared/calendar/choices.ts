import { calendarGetEvent } from '@switchboard/contracts';
import { asChoice, type Picked } from '@switchboard/provider-kit';

/** The account's calendars. */
export const calendars = (provider: string): Picked => ({ action: `${provider}.list_calendars`, items: 'calendars' });

/** One of them; the primary one where it is left out. */
export const calendarChoice = (provider: string) =>
  asChoice(calendarGetEvent.input.shape.calendarId, calendars(provider));
