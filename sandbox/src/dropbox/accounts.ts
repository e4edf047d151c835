import { ada, jonas } from '../seed/cast.ts';

export interface DropboxAccount {
  /** `dbid:` and 36 letters. */
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly givenName: string;
  readonly surname: string;
  /** Namespace of the account's root. */
  readonly namespace: string;
}

const account = (key: string, { name, email }: { name: string; email: string }, namespace: string): DropboxAccount => {
  const [givenName = '', surname = ''] = name.split(' ');
  return { id: `dbid:AAB${key.padEnd(33, '0')}`, key, name, email, givenName, surname, namespace };
};

export const accounts: readonly DropboxAccount[] = [
  account('ada', ada, '1410000001'),
  account('jonas', jonas, '1410000002'),
];
