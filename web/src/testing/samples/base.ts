import { DateTime } from 'luxon';

/** @returns a well-formed id that is always the same for the same number. */
export const id = (number: number): string => `01990000-0000-7000-8000-${String(number).padStart(12, '0')}`;
/** @returns the moment so many minutes from now. */
export const at = (minutes: number): string => DateTime.utc().plus({ minutes }).toISO();
export const now = at(0);
