import { clock } from './clock.ts';
import { date } from './date.ts';
import { datedPart, dayPart } from './day-part.ts';
import type { Match, Reader } from './reader.ts';
import type { TimeValue } from './values.ts';
import { dayParts } from './words.ts';

const timeLeads =
  /^(?:at|@|around|about|for|by|until|till|til|from|before|after|past|starting|between|and|or|is|says)$/;

/** The number is a piece of another: `1:1`, `37.1`, `5/7`. */
function hangsOn(reader: Reader, index: number, next: number): boolean {
  const before = reader.glued(index) && /^[:./\-–$€£#]$/.test(reader.at(index - 1));
  const after =
    reader.glued(next) &&
    /^[/:.%-]$/.test(reader.at(next)) &&
    reader.glued(next + 1) &&
    /^[0-9]/.test(reader.at(next + 1));
  return before || after;
}

/** A time of day that is not a mere number, or a number where one is expected. */
export function timeHere(reader: Reader, index: number, beside: boolean): Match<TimeValue> | undefined {
  const found = clock(reader, index);
  if (!found) return undefined;
  if (!found.value.bare) return found;
  if (hangsOn(reader, index, found.next)) return undefined;
  if (
    /^(?:hours?|hrs?|min|mins|minutes?|days?|weeks?|months?|years?|%|percent|people|of|st|nd|rd|th|sec|seconds?|times?|attendees|guests|emails?|mails?|messages?)$/.test(
      reader.at(found.next),
    )
  )
    return undefined;
  const lead = reader.at(index - 1);
  if (
    /^(?:at|@|around|about)$/.test(lead) &&
    !(
      lead !== 'at' &&
      lead !== '@' &&
      !beside &&
      reader.tokens[found.next]?.kind === 'word' &&
      !/^(?:on|in|at|this|next|today|tomorrow|and|or|to|with|for|please)$/.test(reader.at(found.next))
    )
  )
    return found;
  if (beside && timeLeads.test(lead)) return found;
  const after = reader.skip(found.next, ',', 'on', 'on the');
  if (beside && dayParts[lead] !== undefined) return found;
  if (beside && reader.tokens[index]?.kind === 'word' && found.next - index >= 2) return found;
  const dated =
    datedPart(reader, after) ?? (/^(?:in|at|of|during)$/.test(reader.at(after)) ? dayPart(reader, after) : undefined);
  if (dated && after === found.next) return found;
  if (dated) return found;
  const named = after === found.next && reader.at(index) === 'one' ? undefined : date(reader, after);
  return named &&
    (after === found.next ? named.value.loose !== 'yearless' : true) &&
    reader.at(found.next) !== '-' &&
    reader.tokens[index]?.kind !== undefined &&
    !/^(?:only|just|the|all|these|those|my|our)$/.test(lead)
    ? found
    : undefined;
}
