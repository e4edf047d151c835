import { type Flow, type FlowId, getFlowRoute } from '@switchboard/contracts';
import { call } from '../../lib/call.ts';
import { nowMs } from '../../lib/clock.ts';

const askEveryMs = 1_500;

/** @returns the name of the channel on which the callback page says that a flow ended. */
const flowChannel = (flowId: string): string => `swb-flow-${flowId}`;

/**
 * Waits until a flow ends. The truth is what the hub answers; the callback page's word on the channel only makes it ask at
 * once (O-15). The window is never looked at.
 */
export async function watchFlow(flowId: FlowId, expiresAt: string, signal: AbortSignal): Promise<Flow> {
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(flowChannel(flowId));
  try {
    for (;;) {
      const flow = await call(getFlowRoute, { params: { flowId }, signal });
      if (flow.status !== 'pending' || nowMs() > Date.parse(expiresAt)) return flow;
      await pause(channel, signal);
    }
  } finally {
    channel?.close();
  }
}

function pause(channel: BroadcastChannel | undefined, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, askEveryMs);
    if (channel) channel.onmessage = () => resolve();
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      },
      { once: true },
    );
  });
}
