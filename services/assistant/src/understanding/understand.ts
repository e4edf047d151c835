import { DateTime } from 'luxon';
import { standsAlone } from './anew.ts';
import { followUp } from './follow-up.ts';
import { actOf } from './intent/act-of.ts';
import { meaningOf, needsOf } from './intent/acts.ts';
import { missingOf } from './missing.ts';
import { placeIn, withoutPlace } from './place.ts';
import { slotsOf } from './slots/collect.ts';
import { Page } from './slots/page.ts';
import { hiddenCharacters, withoutHidden } from './text/hidden.ts';
import { namedZone } from './time/zone-names.ts';
import type { Intent, Slots, Understanding, UnderstandingContext } from './types.ts';

/** Reads a message: what is wanted, with which values, what it needs and what it lacks; the same words in the same context always read alike, and nothing thrown. */
export function understand(text: string, given: UnderstandingContext): Understanding {
  const hidden = hiddenCharacters(text);
  const plain = hidden.length > 0 ? withoutHidden(text) : text;
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(plain)) {
    return {
      intent: 'out_of_scope',
      slots: {},
      confidence: 1,
      act: 'oos',
      needs: [],
      missing: [],
      hidden,
      outOfScope: { reason: 'empty' },
    };
  }
  const context = standsAlone(plain, given) ? withNothingOpen(given) : given;
  const zone = namedZone(plain);
  const first = pageOf(plain, context, false, zone?.value);
  const { act, confidence } = actOf(plain, context, first.times);
  const past = act.startsWith('mail.') && act !== 'mail.send';
  const meant = meaningOf(act, plain, placeIn(plain, context.places));
  const place = meant.place;
  const said = place ? withoutPlace(plain, place) : plain;
  const fresh = (): Page => pageOf(said, context, past, zone?.value);
  const page = past && first.times.length > 0 ? fresh() : first;
  if (zone) page.use(zone.span);
  const follows = followUp(page, act, context);
  if (follows) return { ...follows, hidden };
  // Words that were tried as a change of what is open are used up on that page.
  const own = context.openFrame || place ? fresh() : page;
  if (zone) own.use(zone.span);
  const read = slotsOf(own, meant.intent);
  const intent = settled(meant.intent, read);
  const slots = intent === meant.intent ? read : slotsOf(fresh(), intent);
  const outOfScope = meant.outOfScope;
  if (zone) slots.timeZone = zone;
  return {
    intent,
    slots,
    confidence,
    act,
    needs: needsOf(intent),
    missing: missingOf(intent, slots),
    hidden,
    ...(outOfScope && { outOfScope }),
    ...(place && { place: place.found }),
  };
}

const withNothingOpen = ({ now, timeZone, locale, lastResults }: UnderstandingContext): UnderstandingContext => ({
  now,
  timeZone,
  locale,
  lastResults,
});

/** A change of length, place or people with no new time is an update, however it was worded; a new time is a move. */
function settled(intent: Intent, slots: Slots): Intent {
  const goes = slots.newWhen !== undefined || slots.shiftMinutes !== undefined;
  const changes = slots.durationMinutes ?? slots.place ?? slots.title ?? slots.reminderMinutes ?? slots.conference;
  if (intent === 'calendar.move' && !goes && (changes || slots.people?.some(({ value }) => value.role === 'add')))
    return 'calendar.update';
  if (
    intent === 'calendar.update' &&
    goes &&
    !changes &&
    !slots.people?.some(({ value }) => value.role === 'add' || value.role === 'remove')
  )
    return 'calendar.move';
  return intent;
}

const evening =
  /\b(?:dinner|supper|drinks|party|movies?|film|concert|theat(?:er|re)|date night|happy hour|opera|gig)\b/iu;
const early = /\b(?:breakfast|sunrise|flight|airport|school run|morning)\b/iu;

/** Dinner at 7 is in the evening, breakfast at 6 is not. */
function earliestHour(text: string): number | undefined {
  if (early.test(text)) return 4;
  return evening.test(text) ? 12 : undefined;
}

const dayFirstLocales = /^(?:en-(?!US|CA|PH)|de|fr|es|it|nl|pt|pl|sv|da|nb|fi)/i;

function pageOf(text: string, context: UnderstandingContext, past: boolean, zone: string | undefined): Page {
  const instant = DateTime.fromISO(context.now, { setZone: true });
  const millis = instant.isValid ? instant.toMillis() : 0;
  const wanted = zone ?? context.timeZone;
  const local = DateTime.fromMillis(millis, { zone: wanted });
  const timeZone = local.isValid ? wanted : 'UTC';
  const offset = local.isValid ? local.offset : 0;
  const now = Math.floor(millis / 1000) + offset * 60;
  return new Page(text, {
    earliestHour: earliestHour(text),
    now,
    nowInstant: millis,
    timeZone,
    dayFirst: dayFirstLocales.test(context.locale ?? 'en-US'),
    past,
  });
}
