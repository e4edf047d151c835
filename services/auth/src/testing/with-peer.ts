import { EvilPeer, type EvilPeerOptions } from '@switchboard/testing';
import { peerProvider } from './peer-provider.ts';
import { startTestAuth, type TestAuthOptions } from './start-test-auth.ts';

type Changeable = { -readonly [Name in keyof EvilPeerOptions]: EvilPeerOptions[Name] };

/** The service with one provider, whose OAuth server is a peer that can lie, and its owner signed in. */
export async function startWithPeer(
  options: {
    peer?: Changeable;
    oauth?: Parameters<typeof peerProvider>[1];
    extraOrigins?: Record<string, string>;
  } & TestAuthOptions = {},
) {
  const { peer: peerOptions = {}, oauth, extraOrigins, ...rest } = options;
  const stack = new AsyncDisposableStack();
  const peer = stack.use(await EvilPeer.start(peerOptions));
  const auth = stack.use(
    await startTestAuth({
      providers: [peerProvider(peer, oauth)],
      originMap: { ...peer.originMap, ...extraOrigins },
      clients: { peer: { clientId: peer.clientId, clientSecret: peer.clientSecret } },
      ...rest,
    }),
  );
  const ada = await auth.signIn();
  const called = (path: string): number => peer.requests.filter((one) => one.path === path).length;
  return { peer, peerOptions, auth, ada, called, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}
