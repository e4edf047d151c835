import type { CalendarEvent } from '@switchboard/contracts';
import type { DragEvent } from 'react';

let dragged: { event: CalendarEvent; grabbedY: number } | undefined;

/** Makes an event one that can be taken with the pointer. */
export const draggable = (event: CalendarEvent) => ({
  draggable: true,
  onDragStart: (drag: DragEvent<HTMLElement>) => {
    dragged = { event, grabbedY: drag.clientY - drag.currentTarget.getBoundingClientRect().top };
    drag.dataTransfer.effectAllowed = 'move';
    drag.dataTransfer.setData('text/plain', event.title);
  },
  onDragEnd: () => {
    dragged = undefined;
  },
});

/** Makes a place where an event can be let go. */
export const dropPlace = (onDrop: (event: CalendarEvent, topY: number) => void) => ({
  onDragOver: (drag: DragEvent) => {
    if (dragged) drag.preventDefault();
  },
  onDrop: (drag: DragEvent) => {
    if (!dragged) return;
    drag.preventDefault();
    onDrop(dragged.event, drag.clientY - dragged.grabbedY);
    dragged = undefined;
  },
});
