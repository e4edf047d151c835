import {
  beginFlow,
  beginSignIn,
  completeFlow,
  type Connection,
  getConnection,
  type RequestInput,
} from '@switchboard/contracts';
import type { Caller, MaybeCaller } from '@switchboard/nest-kit';
import { browserBinding, client, type TestAuth } from './start-test-auth.ts';

/** Follows an authorization address as a browser does. @returns the callback's parameters. */
export async function consent(authorizationUrl: string): Promise<Record<string, string>> {
  const answer = await fetch(authorizationUrl, { redirect: 'manual' });
  const location = answer.headers.get('location');
  if (!location) throw new Error(`the peer answered ${answer.status} without a redirect`);
  return Object.fromEntries(new URL(location).searchParams);
}

export async function begin(
  auth: TestAuth,
  caller: Caller,
  changes: Partial<RequestInput<typeof beginFlow>> = {},
): Promise<{ flowId: string; parameters: Record<string, string>; authorizationUrl: string }> {
  const request = { provider: 'peer', purpose: 'connect' as const, features: ['identity'], browserBinding, ...changes };
  const { flowId, authorizationUrl } = await auth.ask(beginFlow, request, caller);
  return { flowId, authorizationUrl, parameters: await consent(authorizationUrl) };
}

export function complete(
  auth: TestAuth,
  parameters: Record<string, string>,
  caller?: MaybeCaller,
  changes: Partial<RequestInput<typeof completeFlow>> = {},
) {
  return auth.ask(completeFlow, { provider: 'peer', parameters, browserBinding, client, ...changes }, caller);
}

/** Connects the peer's account. */
export async function connect(
  auth: TestAuth,
  caller: Caller,
  changes: Partial<RequestInput<typeof beginFlow>> = {},
): Promise<Connection> {
  const { parameters } = await begin(auth, caller, changes);
  const { flow } = await complete(auth, parameters, caller);
  if (!flow.connectionId) throw new Error(`the flow ended ${flow.status}: ${flow.error?.message}`);
  return auth.ask(getConnection, { connectionId: flow.connectionId }, caller);
}

export async function beginSigningIn(auth: TestAuth, setupCode?: string): Promise<Record<string, string>> {
  const request = { provider: 'peer', browserBinding, ...(setupCode && { setupCode }) };
  const { authorizationUrl } = await auth.ask(beginSignIn, request);
  return consent(authorizationUrl);
}
