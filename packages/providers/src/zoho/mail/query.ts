import { DateTime } from 'luxon';

/** What a search names, besides the folder and whether it was read. */
export interface Words {
  readonly query: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly subject?: string | undefined;
  readonly hasAttachment?: boolean | undefined;
  readonly after?: string | undefined;
  readonly before?: string | undefined;
}

/** Nothing in a value may end it and begin another condition. */
const value = (text: string): string => text.replaceAll(/::+|"/g, ' ').trim();
const day = (instant: string): string =>
  DateTime.fromISO(instant, { zone: 'utc' }).toFormat('dd-LLL-yyyy', { locale: 'en' });

/**
 * Zoho Mail's search key: conditions as `parameter:value`, joined with `::`. Empty where nothing is asked for.
 * @see https://www.zoho.com/mail/help/search-syntax.html (read 2026-11-21)
 */
export function searchKey({ query, from, to, subject, hasAttachment, after, before }: Words): string {
  return [
    ...query
      .split(/\s+/)
      .filter((word) => value(word) !== '')
      .map((word) => `entire:${value(word)}`),
    ...(from ? [`sender:${value(from)}`] : []),
    ...(to ? [`to:${value(to)}`] : []),
    ...(subject ? [`subject:${value(subject)}`] : []),
    ...(hasAttachment ? ['has:attachment'] : []),
    ...(after ? [`fromDate:${day(after)}`] : []),
    ...(before ? [`toDate:${day(before)}`] : []),
  ].join('::');
}
