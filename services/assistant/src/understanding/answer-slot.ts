import { slotsOf } from './slots/collect.ts';
import type { Page } from './slots/page.ts';
import { toWhen } from './time/when.ts';
import type { Frame, Slots, UnderstandingContext } from './types.ts';

/** The message as the value of the slot that was asked for. */
export function fill(page: Page, open: Frame, context: UnderstandingContext): Slots | undefined {
  const name = context.pendingSlot;
  const text = page.text.trim();
  const start = page.text.indexOf(text);
  const whole = <T>(value: T, sure = 0.9) => page.found(value, start, start + text.length, sure);
  const read = slotsOf(page, open.intent);
  if (name === 'when' || name === 'newWhen') {
    const first = page.times
      .map(({ value }) => toWhen(value, { ...page.options, workday: true }))
      .find((value) => value !== undefined);
    const bareHour = first ?? hourOf(page, text);
    return bareHour
      ? {
          [name]: whole(bareHour),
          ...(read.recurrence && { recurrence: read.recurrence }),
          ...(read.durationMinutes && { durationMinutes: read.durationMinutes }),
        }
      : undefined;
  }
  if (name === 'people') {
    const said = text.replace(/^(?:to|with|it's|its|for|please)\s/iu, '');
    const names = said
      .split(/,\s*(?:and\s)?|\s(?:and|&)\s/iu)
      .map((part) => part.trim())
      .filter((part) => part !== '' && part.length < 100);
    const role = open.intent.startsWith('mail') ? 'to' : 'with';
    const people = names
      .slice(0, 20)
      .map((part) =>
        page.found(
          part.includes('@') ? ({ email: part, role } as const) : ({ name: part, role } as const),
          Math.max(page.text.indexOf(part), 0),
          Math.max(page.text.indexOf(part), 0) + part.length,
          0.8,
        ),
      );
    return people.length ? { people } : undefined;
  }
  if (name === 'durationMinutes') return read.durationMinutes ? { durationMinutes: read.durationMinutes } : undefined;
  if (name === 'response') return read.response ? { response: read.response } : undefined;
  if (
    name === 'title' ||
    name === 'body' ||
    name === 'subject' ||
    name === 'target' ||
    name === 'label' ||
    name === 'place' ||
    name === 'description' ||
    name === 'within' ||
    name === 'chat' ||
    name === 'query'
  ) {
    const quote = page.quotes.length === 1 && page.quotes[0]?.text === text ? page.quotes[0] : undefined;
    const stripped = name === 'body' ? text : text.replace(/^(?:(?:call|name|title) it|it's|the|about)\s/iu, '');
    return {
      [name]:
        quote ?? page.found(stripped, page.text.indexOf(stripped), page.text.indexOf(stripped) + stripped.length, 0.9),
    };
  }
  return undefined;
}

function hourOf(page: Page, text: string) {
  const hour = /^\W*(?:at\s|around\s)?(\d{1,2})\W*$/u.exec(text)?.[1];
  return hour === undefined || Number(hour) > 23
    ? undefined
    : toWhen(
        { kind: 'time', seconds: Number(hour) * 3600, halfDay: Number(hour) >= 1 && Number(hour) <= 12 },
        { ...page.options, workday: true },
      );
}
