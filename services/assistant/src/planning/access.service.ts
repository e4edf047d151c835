import { type Feature, HubError, type ProviderId } from '@switchboard/contracts';
import { Injectable } from '@nestjs/common';
import { namesOf, ReachService } from './reach.service.ts';
import { Ask, type Turn } from './turn.ts';

/** Finds out before anything is asked whether some account can do it, and offers exactly the missing permission where none can. */
@Injectable()
export class AccessService {
  constructor(private readonly reaching: ReachService) {}

  /** The turn with the account that its words name. @throws Ask where several go by that name. */
  async at(turn: Turn, capability: string | undefined): Promise<Turn> {
    const place = turn.understood.place?.value.toLowerCase();
    if (!place || !capability) return turn;
    const { actions, connections } = await this.reachOf(turn);
    const fulfilling = new Set(actions.flatMap((one) => (one.capability === capability ? [one.provider] : [])));
    const named = connections.filter(
      (one) =>
        one.status === 'active' &&
        fulfilling.has(one.provider) &&
        namesOf(one).some((name) => name.toLowerCase() === place),
    );
    const [only, ...others] = named;
    if (!only) return turn;
    if (others.length > 0) {
      const options = named.map(({ id, label }) => ({ settles: 'account' as const, label, connectionId: id }));
      throw new Ask('Which account shall I use?', { frame: turn.frame, options });
    }
    const settled = { ...turn.conversation.settled, connectionId: only.id };
    return { ...turn, conversation: { ...turn.conversation, settled } };
  }

  /** @returns false where it said what to grant. */
  async check(capability: string, turn: Turn): Promise<boolean> {
    const { actions, connections } = await this.reachOf(turn);
    const { connectionId } = turn.conversation.settled;
    const all = actions.filter((action) => action.capability === capability);
    const place = connectionId ? undefined : turn.understood.place?.value.toLowerCase();
    const there = all.filter(
      ({ provider }) =>
        provider === place ||
        connections.some(
          (one) => one.provider === provider && namesOf(one).some((name) => name.toLowerCase() === place),
        ),
    );
    const fulfilling = there.length > 0 ? there : all;
    const live = connections.filter(({ status }) => status === 'active');
    turn.outside.own.push(...live.flatMap(({ account }) => (account.email ? [account.email.toLowerCase()] : [])));
    const usable = live.filter(({ id }) => connectionId === undefined || id === connectionId);
    const can = fulfilling.some(({ provider, needs }) =>
      usable.some((one) => one.provider === provider && needs.every((need) => one.features.includes(need))),
    );
    if (can) return true;
    const ended = connections.find(
      (one) => one.status === 'reconnect_required' && fulfilling.some(({ provider }) => provider === one.provider),
    );
    if (ended && !fulfilling.some(({ provider }) => usable.some((one) => one.provider === provider))) {
      const text = `${ended.label} must be connected again before I can do that. Open Connections and choose Reconnect.`;
      turn.say({ kind: 'problem', code: 'reconnect_required', text });
      return false;
    }
    const [action] = fulfilling
      .filter(({ provider }) => usable.some((one) => one.provider === provider))
      .concat(fulfilling);
    if (!action) throw new HubError('action_unknown');
    const connection = usable.find(({ provider }) => provider === action.provider);
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

  private async reachOf({ reach, caller }: Turn) {
    return reach ?? (await this.reaching.of(caller));
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
