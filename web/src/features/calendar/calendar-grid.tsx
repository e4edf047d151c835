import type { CalendarEvent } from '@switchboard/contracts';
import type { DateTime } from 'luxon';
import { AgendaView } from './agenda-view.tsx';
import { MonthView } from './month-view.tsx';
import type { Range, View } from './range.ts';
import { WeekView } from './week-view.tsx';

export interface GridProps {
  events: readonly CalendarEvent[];
  range: Range;
  day: DateTime;
  zone: string;
  colorOf: (event: CalendarEvent) => string;
  onOpen: (event: CalendarEvent) => void;
  onCreate: (moment: DateTime) => void;
  onMove: (event: CalendarEvent, times: Pick<CalendarEvent, 'start' | 'end'>) => void;
  onShowDay: (day: DateTime) => void;
}

/** The chosen view. */
export function CalendarGrid({ view, ...props }: GridProps & { view: View }) {
  switch (view) {
    case 'month':
      return <MonthView {...props} />;
    case 'week':
      return <WeekView {...props} />;
    case 'agenda':
      return <AgendaView {...props} />;
  }
}
