import { googleAccounts, type GoogleAccount } from '../accounts.ts';

/** A person of the studio's Google Workspace; the same people have private accounts besides. */
export interface WorkspaceAccount extends GoogleAccount {
  /** The subject of the person's private account. */
  readonly ownerId: string;
}

const subjects = ['109001122334455667701', '109001122334455667702'];

export const workspaceAccounts: readonly WorkspaceAccount[] = googleAccounts.map((account, at) => ({
  ...account,
  id: subjects[at]!,
  email: `${account.givenName.toLowerCase()}@fernhill.example`,
  ownerId: account.id,
}));

export const workspaceBy = (email: string): WorkspaceAccount | undefined =>
  workspaceAccounts.find((account) => account.email === email.toLowerCase());
