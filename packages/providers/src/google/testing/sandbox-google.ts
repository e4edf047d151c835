import { SandboxAccount } from '../../testing/sandbox-account.ts';
import { google } from '../index.ts';

/** Google's actions, run as one account of a sandbox that may do everything. */
export const startGoogle = (account = 'ada.marsh.demo@gmail.com'): Promise<SandboxAccount> =>
  SandboxAccount.start(google, { account });
