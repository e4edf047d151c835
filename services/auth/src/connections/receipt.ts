import type { DisconnectReceipt } from '@switchboard/contracts';
import type { Revocation } from '@switchboard/oauth';
import type { ProviderDeclaration } from '@switchboard/provider-kit';
import { notSupported } from '../core/catalog.ts';
import type { Connection } from './connection.entity.ts';
import { accountOf } from './connection-view.ts';

type Step = DisconnectReceipt['steps'][number];

/** What became of the grant at the provider. */
export type Revoked = Revocation | 'kept_for_others' | 'is_key' | 'not_known_here' | 'failed' | 'given_up';

/** The first line of a receipt, in a sentence a person can act on. */
export function revokeStep(
  revoked: Revoked,
  row: Pick<Connection, 'provider' | 'method'>,
  provider: ProviderDeclaration | undefined,
  at: Date,
): Step {
  const { title = row.provider, accountUrl } = provider ?? {};
  const said = provider?.auth[row.method]?.revokeByHand;
  const byHand = said ? ` ${said}` : accountUrl ? ` You can take it back yourself at ${accountUrl}.` : '';
  const [result, detail] = {
    revoked: ['done', `${title} ended the access.`],
    already: ['done', `${title} had ended the access already.`],
    unsupported: ['not_offered', `${title} offers no way to end the access from here.${byHand}`],
    is_key: ['not_offered', `A key is ended at ${title}, not from here.${byHand}`],
    not_known_here: [
      'not_offered',
      `${notSupported(row.provider)} The hub could not end the access there: take it back at ${title} yourself.`,
    ],
    kept_for_others: [
      'kept_for_others',
      `Another connection of the same ${title} account uses the same access, so it was kept there. It ends with that one.`,
    ],
    failed: ['pending', `${title} did not answer. The hub tries again until it does; the access is not used any more.`],
    given_up: ['failed', `${title} never confirmed the end of the access.${byHand}`],
  }[revoked] as [Step['result'], string];
  return { step: 'revoke', result, detail, at: at.toISOString() };
}

/** The lines that follow once nothing is left to revoke. */
export const endSteps = (at: Date): Step[] => [
  { step: 'shred', result: 'done', detail: 'The stored access was destroyed.', at: at.toISOString() },
  {
    step: 'forget',
    result: 'done',
    detail: 'Name, address and settings of the account were removed.',
    at: at.toISOString(),
  },
];

export const receiptOf = (before: Connection, after: Pick<Connection, 'status' | 'receipt'>): DisconnectReceipt => ({
  connectionId: before.id as DisconnectReceipt['connectionId'],
  provider: before.provider,
  account: accountOf(before),
  status: after.status,
  steps: after.receipt,
});
