import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Connection, disconnect, type DisconnectReceipt, getConnection } from '@switchboard/contracts';
import { expire, issue } from '../testing/credentials.ts';
import { codeMethods, type EveryProvider, type InUse, startEveryProvider } from '../testing/every-provider.ts';

let every: EveryProvider;
let hub: InUse;
let connection: Connection;

beforeAll(async () => {
  every = await startEveryProvider();
});
afterAll(() => every[Symbol.asyncDispose]());

const end = (): Promise<DisconnectReceipt> =>
  hub.auth.ask(disconnect, { connectionId: connection.id as never }, hub.ada);
const results = ({ steps }: DisconnectReceipt): string[] => steps.map(({ result }) => result);
const token = async (): Promise<string> => (await issue(hub.auth, hub.ada, connection.id, { needs: [] })).token;

describe.each(codeMethods)('%s', (name, { declaration }) => {
  const renews = declaration.kind === 'oauth2' && !declaration.neverExpires;
  const offers = declaration.kind === 'oauth2' && declaration.revocationEndpoint !== undefined;

  beforeEach(async () => {
    hub = await every.use(name);
    hub.peer.lie = undefined;
    hub.peer.beforeToken = async () => undefined;
    hub.peer.grants.endAll();
    connection = await hub.connect();
  });

  test('O-14 disconnecting ends the grant at the provider as it is declared, or says where a person ends it', async () => {
    const receipt = await end();

    expect(receipt.status).toBe('disconnected');
    expect(results(receipt)).toEqual([offers ? 'done' : 'not_offered', 'done', 'done']);
    expect(hub.peer.grants.alive).toBe(offers ? 0 : renews ? 2 : 1);
    if (!offers && declaration.revokeByHand) expect(receipt.steps[0]?.detail).toContain(declaration.revokeByHand);
    await expect(token()).rejects.toMatchObject({ code: 'connection_unknown' });
  });

  test('O-14 a grant that has ended at the provider already is no failure', async () => {
    hub.peer.grants.endAll();

    const receipt = await end();

    expect(receipt.status).toBe('disconnected');
    expect(results(receipt)).toEqual([offers ? 'done' : 'not_offered', 'done', 'done']);
  });

  test('O-14 with an access token that has run out the whole grant is ended all the same', async () => {
    hub.peer.grants.expire();
    await expire(hub.auth, connection.id);

    const receipt = await end();

    expect(receipt.status).toBe('disconnected');
    expect(hub.peer.grants.alive).toBe(offers || !renews ? 0 : 1);
  });

  test('O-14 while the provider is down it is pending and not used, and done when it is back', async () => {
    hub.peer.lie = 'revoke-500';

    const first = await end();
    expect(results(first)).toEqual(offers ? ['pending'] : ['not_offered', 'done', 'done']);
    await expect(token()).rejects.toMatchObject({ code: 'connection_unknown' });
    hub.peer.lie = undefined;
    if (!offers) return;

    expect(results(await end())).toEqual(['done', 'done', 'done']);
    expect(hub.peer.grants.alive).toBe(0);
  });

  test('O-14 while a renewal is in flight the connection ends, and what comes late is not kept', async () => {
    if (!renews) return;
    await expire(hub.auth, connection.id);
    const opened = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    hub.peer.beforeToken = () => {
      reached.resolve();
      return opened.promise;
    };
    const waiting = token().catch((error: { code: string }) => error.code);
    await reached.promise;
    hub.peer.beforeToken = async () => undefined;

    const receipt = await end();
    opened.resolve();

    expect(receipt.status).toBe('disconnected');
    expect(await waiting).toBe('connection_unknown');
    const over = await hub.auth.ask(getConnection, { connectionId: connection.id as never }, hub.ada);
    expect(over).toMatchObject({ status: 'disconnected', receipt: receipt.steps });
  });
});
