import { setTimeout as sleep } from 'node:timers/promises';
import { expire } from './credentials.ts';
import { codeMethods, type EveryProvider } from './every-provider.ts';
import { startProcesses } from './start-processes.ts';

/** What a storm at the end of one connection's access token came to. */
export interface Storm {
  readonly provider: string;
  readonly calls: number;
  readonly refreshes: number;
  /** Spent refresh tokens that came again. */
  readonly reused: number;
  readonly failures: number;
  /** Different tokens that were given out. */
  readonly tokens: number;
  readonly slowestMs: number;
}

/** Every provider whose refresh spends the token it is made with, so that a second one would end the grant. */
export const rotating = codeMethods.filter(
  ([, { declaration }]) => declaration.kind === 'oauth2' && declaration.refreshRotates === true,
);
const answersAfterMs = 300;

/** Has many calls come at the moment of expiry over several processes, for each provider that rotates (F-01). */
export async function refreshStorms(
  every: EveryProvider,
  { calls, processes: count }: { calls: number; processes: number },
): Promise<Storm[]> {
  const { auth, originMap, clients } = every;
  await using replicas = await startProcesses(count, {
    databaseUrl: auth.urlAs('auth'),
    folder: auth.keys.folder,
    statementPublicKey: auth.keys.statementPublicKey,
    originMap,
    clients,
  });
  const storms: Storm[] = [];
  for (const [name] of rotating) {
    const { peer, connect, ada } = await every.use(name);
    const { id, provider } = await connect();
    await expire(auth, id);
    peer.grants.refreshes = 0;
    peer.beforeToken = () => sleep(answersAfterMs);
    const order = { calls: calls / count, connectionId: id, statement: ada.statement, claims: ada.claims };
    const answers = await Promise.all(replicas.processes.map((one) => one.order(order)));
    peer.beforeToken = async () => undefined;
    const { refreshes, reused } = peer.grants;
    const failures = answers.flatMap(({ errors }) => errors).length;
    const tokens = new Set(answers.flatMap((answer) => answer.tokens)).size;
    const slowestMs = Math.max(...answers.map((answer) => answer.slowestMs));
    storms.push({ provider, calls, refreshes, reused, failures, tokens, slowestMs });
  }
  return storms;
}
