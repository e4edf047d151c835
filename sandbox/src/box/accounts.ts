/** A person with a Box account in the sandbox; all of them are invented. */
export interface BoxAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Added to every id, as ids are never twice at Box. */
  readonly firstId: number;
}

export const accounts: readonly BoxAccount[] = [
  { id: '20810417', name: 'Ada Marsh', email: 'ada.marsh.demo@gmail.com', firstId: 0 },
  { id: '20810533', name: 'Jonas Weld', email: 'jonas.weld.demo@gmail.com', firstId: 100_000 },
];

export const accountBy = (idOrEmail: string): BoxAccount | undefined =>
  accounts.find(({ id, email }) => id === idOrEmail || email === idOrEmail.toLowerCase());
