import type { CalendarEvent } from '@switchboard/contracts';
import type { CSSProperties } from 'react';
import { shownText } from '../../lib/shown-text.ts';
import { isAllDay } from '../../lib/time.ts';
import { useFormat } from '../../lib/use-format.ts';
import { draggable } from './drag.ts';

interface Props {
  event: CalendarEvent;
  color: string;
  onOpen: (event: CalendarEvent) => void;
  style?: CSSProperties;
  block?: boolean;
  /** Too low for two lines. */
  short?: boolean;
}

/** One event on the grid: opens with a click or a key, moves with the pointer. */
export function EventChip({ event, color, onOpen, style, block = false, short = false }: Props) {
  const format = useFormat();
  const time = 'dateTime' in event.start ? format.time(event.start.dateTime) : undefined;
  return (
    <button
      type="button"
      className={block ? `swb-event swb-event-block${short ? ' swb-event-short' : ''}` : 'swb-event'}
      data-all-day={isAllDay(event) || undefined}
      data-tentative={event.status === 'tentative' || undefined}
      style={{ ...style, ['--event-color' as string]: color }}
      title={format.span(event)}
      onClick={(click) => {
        click.stopPropagation();
        onOpen(event);
      }}
      {...draggable(event)}
    >
      {time && <span className="swb-event-time">{time}</span>} <span>{shownText(event.title)}</span>
    </button>
  );
}
