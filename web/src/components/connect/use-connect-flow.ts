import type { Begun, Connection, Flow } from '@switchboard/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { watchFlow } from './flow-watch.ts';
import { leaveFor, type LeftFlow } from './left-flow.ts';

type Start = z.infer<typeof Begun> | Connection;

export type FlowState =
  | { step: 'idle' }
  | { step: 'starting' }
  | { step: 'waiting'; url: string }
  | { step: 'ended'; flow?: Flow; connection?: Connection }
  | { step: 'failed'; error: unknown };

const windowFeatures = 'popup,width=560,height=720';

/**
 * Sends a person to a provider and waits for the end. The window opens inside the click, before anything is asked of the
 * hub; where the browser blocks it, this tab goes instead.
 */
export function useConnectFlow(onEnd?: (flow: Flow) => void) {
  const client = useQueryClient();
  const [state, setState] = useState<FlowState>({ step: 'idle' });
  const running = useRef<AbortController>(undefined);
  const ended = useRef(onEnd);
  useEffect(() => {
    ended.current = onEnd;
  }, [onEnd]);
  useEffect(() => () => running.current?.abort(), []);

  const begin = useCallback(
    async (start: () => Promise<Start>, opensWindow = true) => {
      running.current?.abort();
      const abort = (running.current = new AbortController());
      const popup = opensWindow ? window.open('', '_blank', windowFeatures) : null;
      if (popup) popup.opener = null;
      setState({ step: 'starting' });
      try {
        const begun = await start();
        if (!('flowId' in begun)) {
          popup?.close();
          setState({ step: 'ended', connection: begun });
        } else if (!popup) {
          leaveFor({ flowId: begun.flowId, expiresAt: begun.expiresAt, path: window.location.pathname });
          window.location.assign(begun.authorizationUrl);
          return;
        } else {
          popup.location.replace(begun.authorizationUrl);
          setState({ step: 'waiting', url: begun.authorizationUrl });
          const flow = await watchFlow(begun.flowId, begun.expiresAt, abort.signal);
          setState({ step: 'ended', flow });
          ended.current?.(flow);
        }
        await client.invalidateQueries({ queryKey: ['connections'] });
      } catch (error) {
        popup?.close();
        if (!abort.signal.aborted) setState({ step: 'failed', error });
      }
    },
    [client],
  );
  /** Goes on with a flow that this tab left the page for. */
  const follow = useCallback(async ({ flowId, expiresAt }: LeftFlow) => {
    const abort = (running.current = new AbortController());
    try {
      const flow = await watchFlow(flowId, expiresAt, abort.signal);
      setState({ step: 'ended', flow });
      ended.current?.(flow);
    } catch (error) {
      if (!abort.signal.aborted) setState({ step: 'failed', error });
    }
  }, []);
  return { state, begin, follow };
}
