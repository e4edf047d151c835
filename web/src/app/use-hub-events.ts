import { getEvents, HubEvent } from '@switchboard/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

const stale: Record<HubEvent['type'], readonly string[]> = {
  'connection.changed': ['connections', 'calendar', 'notices'],
  'flow.ended': ['flows', 'connections'],
  'proposal.changed': ['proposals', 'calendar'],
  'run.ended': ['runs'],
  'notice.raised': ['notices', 'connections'],
};

/** Listens to what happens at the hub and asks again for what it made old; reconnects by itself. */
export function useHubEvents(): void {
  const client = useQueryClient();
  useEffect(() => {
    if (typeof EventSource === 'undefined') return;
    const source = new EventSource(getEvents.path);
    const onEvent = (type: HubEvent['type']) => () => {
      for (const key of stale[type]) void client.invalidateQueries({ queryKey: [key] });
    };
    for (const type of HubEvent.shape.type.options) source.addEventListener(type, onEvent(type));
    return () => source.close();
  }, [client]);
}
