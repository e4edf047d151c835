import { led } from './led-range.ts';
import { type Match, type Reader, longest } from './reader.ts';
import { span } from './span.ts';
import { dated, trailed } from './trailing-range.ts';
import type { RangeValue } from './values.ts';

/** A stretch open at one end. */
export function openRange(reader: Reader, index: number): Match<RangeValue> | undefined {
  return reader.once(readOpenRange, index);
}

function readOpenRange(reader: Reader, index: number): Match<RangeValue> | undefined {
  const closed = span(reader, index);
  const open = longest(led(reader, index), trailed(reader, index), dated(reader, index));
  return closed && (!open || closed.next >= open.next) ? undefined : open;
}
