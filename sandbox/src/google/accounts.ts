/** A person with a Google account in the sandbox; all of them are invented. */
export interface GoogleAccount {
  /** Google's stable subject: 21 digits. */
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly timeZone: string;
  readonly locale: string;
}

export const googleAccounts: readonly GoogleAccount[] = [
  {
    id: '104820771935560218841',
    email: 'ada.marsh.demo@gmail.com',
    name: 'Ada Marsh',
    givenName: 'Ada',
    familyName: 'Marsh',
    timeZone: 'Europe/London',
    locale: 'en-GB',
  },
  {
    id: '117305528864019937462',
    email: 'jonas.weld.demo@gmail.com',
    name: 'Jonas Weld',
    givenName: 'Jonas',
    familyName: 'Weld',
    timeZone: 'America/New_York',
    locale: 'en-US',
  },
];

/** The account with this subject or address; addresses compare as Gmail compares them. */
export const accountBy = (idOrEmail: string): GoogleAccount | undefined =>
  googleAccounts.find((account) => account.id === idOrEmail || account.email === idOrEmail.toLowerCase());
