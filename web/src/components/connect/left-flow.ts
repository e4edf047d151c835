import { FlowId } from '@switchboard/contracts';
import { z } from 'zod';

const key = 'swb-left-flow';
const LeftFlow = z.object({ flowId: FlowId, expiresAt: z.string(), path: z.string() });
export type LeftFlow = z.infer<typeof LeftFlow>;

/** Remembers which flow this tab left the dashboard for, where the browser gave no window; its id opens nothing by itself. */
export const leaveFor = (flow: LeftFlow): void => sessionStorage.setItem(key, JSON.stringify(flow));

/** @returns the flow this tab left this path for, once. */
export function cameBackFrom(path: string): LeftFlow | undefined {
  const text = sessionStorage.getItem(key);
  const left = LeftFlow.safeParse(text ? JSON.parse(text) : undefined).data;
  if (left?.path !== path) return undefined;
  sessionStorage.removeItem(key);
  return left;
}
