import type { SandboxKit } from '../../kit/world.ts';
import type { GoogleAccount } from '../accounts.ts';
import { seedMail } from '../seed/mail-seed.ts';
import type { Box, GmailState } from './model.ts';

export const gmailState = (kit: SandboxKit): GmailState => {
  let fresh = false;
  const state = kit.store.part<GmailState>('google.gmail', () => {
    fresh = true;
    return { next: 1, boxes: {} };
  });
  if (fresh) seedMail(kit, state);
  return state;
};

export const boxOf = (kit: SandboxKit, account: GoogleAccount): Box => gmailState(kit).boxes[account.id]!;
