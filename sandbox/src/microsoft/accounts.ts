import { ada, jonas, type Person } from '../seed/cast.ts';

/** A person who signs in at Microsoft here. */
export interface MicrosoftAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly phone?: string;
  readonly timeZone: string;
  /** Of the OneDrive. */
  readonly driveId: string;
}

const accountOf = (
  { name, email, title, phone }: Person,
  own: Pick<MicrosoftAccount, 'id' | 'timeZone' | 'driveId'>,
) => ({
  ...own,
  name,
  email,
  jobTitle: title,
  ...(phone && { phone }),
});

export const accounts: readonly MicrosoftAccount[] = [
  accountOf(ada, {
    id: '0a1de5c2-7d11-4c55-9a10-5f0c8e2d0001',
    timeZone: 'Europe/London',
    driveId: 'b!ada0drive',
  }),
  accountOf(jonas, {
    id: '0a1de5c2-7d11-4c55-9a10-5f0c8e2d0002',
    timeZone: 'America/New_York',
    driveId: 'b!jonas0drive',
  }),
];

export const accountBy = (idOrEmail: string): MicrosoftAccount | undefined =>
  accounts.find(({ id, email }) => id === idOrEmail || email === idOrEmail.toLowerCase());
