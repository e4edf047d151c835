import { acceptInvitation, createInvitation } from '@switchboard/contracts';
import type { Caller } from '@switchboard/nest-kit';
import { client, type TestAuth } from './start-test-auth.ts';

/** Invites a person and has them join. */
export async function join(
  auth: TestAuth,
  inviter: Caller,
  person: { email: string; role?: 'admin' | 'member' } = { email: 'bo@example.com' },
): Promise<Caller> {
  const { email, role = 'member' } = person;
  const { token } = await auth.ask(createInvitation, { email, role }, inviter);
  const body = { token, name: email.split('@')[0] ?? '', password: 'another walk by the sea', client };
  const session = await auth.ask(acceptInvitation, body);
  return auth.resolve(session.token);
}
