import { type Feature, HubError, listActions, listConnections, type ProviderId } from '@switchboard/contracts';
import { Bus } from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';
import type { Turn } from './turn.ts';

/** Finds out before anything is asked whether some account can do it, and offers exactly the missing permission where none can. */
@Injectable()
export class AccessService {
  constructor(private readonly bus: Bus) {}

  /** @returns false where it said what to grant. */
  async check(capability: string, turn: Turn): Promise<boolean> {
    const [actions, connections] = await Promise.all([
      this.bus.request(listActions, {}, turn.caller),
      this.bus.request(listConnections, {}, turn.caller),
    ]);
    const fulfilling = actions.items.filter((action) => action.capability === capability);
    const live = connections.items.filter(({ status }) => status === 'active');
    turn.outside.own.push(...live.flatMap(({ account }) => (account.email ? [account.email.toLowerCase()] : [])));
    const can = fulfilling.some(({ provider, needs }) =>
      live.some((one) => one.provider === provider && needs.every((need) => one.features.includes(need))),
    );
    if (can) return true;
    const ended = connections.items.find(
      (one) => one.status === 'reconnect_required' && fulfilling.some(({ provider }) => provider === one.provider),
    );
    if (live.length === 0 && ended) {
      const text = `${ended.label} must be connected again before I can do that. Open Connections and choose Reconnect.`;
      turn.say({ kind: 'problem', code: 'reconnect_required', text });
      return false;
    }
    const [action] = fulfilling
      .filter(({ provider }) => live.some((one) => one.provider === provider))
      .concat(fulfilling);
    if (!action) throw new HubError('action_unknown');
    const connection = live.find(({ provider }) => provider === action.provider);
    const features = action.needs.filter((need) => !connection?.features.includes(need));
    this.offer(turn, { provider: action.provider, connectionId: connection?.id, features });
    return false;
  }

  /** Turns a refusal of `integrations` into the button that mends it. @returns false where it is something else. */
  offerFor(error: unknown, turn: Turn): boolean {
    if (!(error instanceof HubError)) return false;
    const { provider, connectionId, missingFeatures } = error.details;
    const grantable = error.code === 'scope_missing' || error.code === 'connection_missing';
    if (!grantable || !provider || !missingFeatures?.length) return false;
    this.offer(turn, { provider, connectionId: connectionId as never, features: missingFeatures });
    return true;
  }

  private offer(turn: Turn, grant: { provider: ProviderId; connectionId?: never | string; features: Feature[] }): void {
    const label = grant.connectionId ? `Allow ${grant.features.join(', ')}` : 'Connect an account';
    const text = grant.connectionId
      ? 'The connected account has not allowed that yet. Allow it here, and I go on by myself.'
      : 'No account is connected for that yet. Connect one here, and I go on by myself.';
    turn.say({ kind: 'text', text });
    turn.say({ kind: 'grant', ...grant, connectionId: grant.connectionId as never, label });
  }
}
