import { ada, jonas } from '../seed/cast.ts';

/** The hosts of a data centre. */
interface Home {
  readonly location: string;
  readonly accounts: string;
  readonly api: string;
  readonly mail: string;
  readonly crm: string;
}

export interface ZohoAccount {
  /** ZUID. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly home: Home;
  /** The mailbox's id, larger than a number holds. */
  readonly mailboxId: string;
  readonly mailbox: string;
}

const home = (location: string, domain: string): Home => ({
  location,
  accounts: `https://accounts.zoho.${domain}`,
  api: `https://www.zohoapis.${domain}`,
  mail: `https://mail.zoho.${domain}`,
  crm: `https://crm.zoho.${domain}`,
});

/** Ada's account is in the United States, that of Jonas in Europe. */
export const zohoAccounts: readonly ZohoAccount[] = [
  {
    id: '60011000001',
    name: ada.name,
    email: ada.email,
    home: home('us', 'com'),
    mailboxId: '9007199254741993001',
    mailbox: 'ada@fernhill.example',
  },
  {
    id: '60022000002',
    name: jonas.name,
    email: jonas.email,
    home: home('eu', 'eu'),
    mailboxId: '9007199254741993002',
    mailbox: 'jonas@fernhill.example',
  },
];

export const homes: readonly Home[] = zohoAccounts.map((account) => account.home);

export const accountBy = (idOrEmail: string): ZohoAccount | undefined =>
  zohoAccounts.find(({ id, email }) => id === idOrEmail || email === idOrEmail);
