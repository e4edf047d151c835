import { Refusal } from '../../kit/refusal.ts';
import type { SandboxKit } from '../../kit/world.ts';
import type { ZohoAccount } from '../accounts.ts';
import { mailboxOf } from './state.ts';

/** The account's own id must be in the path. @throws {Refusal} for another one. */
export function ownMailbox(kit: SandboxKit, account: ZohoAccount, id: string) {
  if (id !== account.mailboxId) throw new Refusal('not_found', 'Invalid Input', { code: 'INVALID_ACCOUNT' });
  return mailboxOf(kit, account);
}
