import type { Slot } from '@switchboard/contracts';
import { DateTime } from 'luxon';
import { formatDay } from '../../lib/time.ts';
import { useFormat } from '../../lib/use-format.ts';
import { NothingFound } from './nothing-found.tsx';

/** Free times, day by day. */
export function SlotList({ slots }: { slots: readonly Slot[] }) {
  const { zone, language, time } = useFormat();
  if (slots.length === 0) return <NothingFound />;
  const days = Map.groupBy(slots, ({ start }) => DateTime.fromISO(start, { zone }).toISODate() ?? '');
  return (
    <div className="swb-rows">
      {[...days].map(([day, free]) => (
        <div key={day} className="swb-result-row">
          <strong>{formatDay(DateTime.fromISO(day, { zone }), language)}</strong>
          <ul className="swb-slots">
            {free.map(({ start, end }) => (
              <li key={start}>
                {time(start)} – {time(end)}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
