import { freshSeconds, HubError, type Permission } from '@switchboard/contracts';
import type { Caller, MaybeCaller } from './caller.ts';

/** Narrows to a caller. @throws HubError `unauthenticated` where there is nobody. */
export function requireCaller(caller: MaybeCaller): asserts caller is Caller {
  if (!caller.claims || !caller.statement) throw new HubError('unauthenticated');
}

/**
 * Checks what a message or route asks of its caller.
 * @throws HubError `unauthenticated`, `not_permitted`, or `reauthentication_required` where a login under five minutes old is needed.
 */
export function requirePermission(
  needs: { readonly permission: Permission; readonly fresh?: boolean },
  caller: MaybeCaller,
): void {
  if (needs.permission === 'public') return;
  requireCaller(caller);
  if (needs.permission !== 'self' && !caller.claims.permissions.includes(needs.permission))
    throw new HubError('not_permitted', `This needs the permission ${needs.permission}.`);
  if (needs.fresh) requireFresh(caller);
}

/** @throws HubError `reauthentication_required` unless the person proved who they are under five minutes ago. */
export function requireFresh({ claims }: Caller): void {
  const age = claims.issuedAt - claims.authenticatedAt;
  if (claims.via !== 'session' || age > freshSeconds) throw new HubError('reauthentication_required');
}
