import { useEffect, useEffectEvent } from 'react';

/** Takes Escape before any dialog that was mounted later, while `active`: what lies below stays open. */
export function useEscapeFirst(active: boolean, onEscape: () => void): void {
  const take = useEffectEvent((event: KeyboardEvent) => {
    if (!active || event.key !== 'Escape' || event.isComposing) return;
    event.stopImmediatePropagation();
    onEscape();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => take(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}
