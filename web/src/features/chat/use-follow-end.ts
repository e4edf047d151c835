import { type RefObject, useEffect } from 'react';

const nearPx = 80;

/** Shows the end of a box when `what` changes and while its content grows, until the person scrolls up to read. */
export function useFollowEnd(scroller: RefObject<HTMLElement | null>, what: string): void {
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    let following = true;
    const toEnd = () => {
      if (following) box.scrollTo({ top: box.scrollHeight });
    };
    const look = () => {
      following = box.scrollHeight - box.scrollTop - box.clientHeight < nearPx;
    };
    toEnd();
    const grown = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(toEnd);
    for (const part of [box, ...box.children]) grown?.observe(part);
    box.addEventListener('wheel', look, { passive: true });
    box.addEventListener('touchmove', look, { passive: true });
    box.addEventListener('keydown', look);
    return () => {
      grown?.disconnect();
      box.removeEventListener('wheel', look);
      box.removeEventListener('touchmove', look);
      box.removeEventListener('keydown', look);
    };
  }, [scroller, what]);
}
