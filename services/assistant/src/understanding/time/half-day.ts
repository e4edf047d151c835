import type { Match, Reader } from './reader.ts';
import type { TimeValue } from './values.ts';

export const hourSeconds = 3600;

interface HalfDay {
  readonly pm: boolean;
}

/** `am`, `p.m.`, `p`, `a m`, `in the am`, `o'clock pm`. */
export function halfDay(reader: Reader, index: number): Match<HalfDay> | undefined {
  return reader.once(readHalfDay, index);
}

function readHalfDay(reader: Reader, index: number): Match<HalfDay> | undefined {
  const word = reader.at(index);
  if (word === 'am' || word === 'pm') return { value: { pm: word === 'pm' }, next: index + 1 };
  const inThe = reader.any(index, ['in the am', 'in the pm']);
  if (inThe) return { value: { pm: reader.at(inThe - 1) === 'pm' }, next: inThe };
  if (word === '.' && reader.glued(index) && /^[ap]m?$/.test(reader.at(index + 1))) return halfDay(reader, index + 1);
  if (word !== 'a' && word !== 'p') return undefined;
  const pm = word === 'p';
  const dotted = reader.any(index, [`${word} . m .`, `${word} . m`, `${word} m .`, `${word} m`]);
  if (dotted) {
    const endsSentence = reader.at(dotted - 1) === '.' && reader.tokens[dotted]?.kind === undefined;
    return { value: { pm }, next: endsSentence ? dotted : dotted };
  }
  if (!reader.glued(index)) return undefined;
  return { value: { pm }, next: index + 1 };
}

export function timeOf(
  hours: number,
  minutes: number,
  seconds: number,
  half: HalfDay | undefined,
  written: string,
): TimeValue {
  if (hours > 24 || minutes > 59 || seconds > 59 || (hours === 24 && minutes + seconds > 0)) {
    return { kind: 'time', seconds: 0, impossible: written };
  }
  const base = minutes * 60 + seconds;
  if (half && hours <= 12) return { kind: 'time', seconds: ((hours % 12) + (half.pm ? 12 : 0)) * hourSeconds + base };
  if (half && hours > 12) {
    return half.pm
      ? { kind: 'time', seconds: (hours % 24) * hourSeconds + base }
      : { kind: 'time', seconds: 0, impossible: written };
  }
  return {
    kind: 'time',
    seconds: (hours % 24) * hourSeconds + base,
    ...(hours >= 1 && hours <= 12 && { halfDay: true }),
  };
}

export function written(reader: Reader, from: number, next: number): string {
  return reader.text.slice(reader.tokens[from]?.start ?? 0, reader.tokens[next - 1]?.end ?? 0);
}
