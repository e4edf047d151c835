import {
  type Connection,
  type ErrorCode,
  HubError,
  issueCredential,
  issuedCredentialContext,
  listConnections,
  type MessageDefinition,
  type ReplyOf,
  type RequestInput,
} from '@switchboard/contracts';
import { Bus, type MaybeCaller } from '@switchboard/nest-kit';
import { sealTo } from '@switchboard/vault/sealing';

/** Stands for `auth`: knows connections by their owner and seals their token to the asker. */
export class AuthDouble extends Bus {
  readonly connected = true;
  readonly connections = new Map<string, { owner: string; connection: Connection; token: string }>();
  readonly issued: { connectionId: string; rejected?: string }[] = [];
  failure: ErrorCode | undefined;
  /** Answers of other messages, by subject; each that was asked is kept. */
  readonly others = new Map<string, unknown>();
  readonly asked: string[] = [];

  override request<M extends MessageDefinition>(
    message: M,
    payload: RequestInput<M>,
    caller: MaybeCaller,
  ): Promise<ReplyOf<M>> {
    const answer = this.answer(message, message.request.parse(payload) as never, caller.claims?.memberId ?? '');
    return answer.then((reply) => message.reply.parse(JSON.parse(JSON.stringify(reply))) as ReplyOf<M>);
  }

  override deliver(): Promise<void> {
    return Promise.resolve();
  }

  override broadcast(): void {
    // Nobody listens in these tests.
  }

  private answer(
    message: MessageDefinition,
    payload: { connectionId: string; publicKey: string; rejected?: string },
    owner: string,
  ): Promise<unknown> {
    this.asked.push(message.subject);
    if (this.others.has(message.subject)) return Promise.resolve(this.others.get(message.subject));
    if (this.failure) return Promise.reject(new HubError(this.failure));
    const own = [...this.connections.values()].filter((one) => one.owner === owner);
    if (message.subject === listConnections.subject)
      return Promise.resolve({ items: own.map(({ connection }) => connection) });
    if (message.subject !== issueCredential.subject)
      return Promise.reject(new Error(`no answer for ${message.subject}`));
    const found = own.find(({ connection }) => connection.id === payload.connectionId);
    if (!found) return Promise.reject(new HubError('connection_unknown'));
    if (payload.rejected) found.token = `${found.token}+`;
    this.issued.push({ connectionId: payload.connectionId, rejected: payload.rejected });
    const sealed = sealTo(
      payload.publicKey,
      JSON.stringify({ accessToken: found.token }),
      issuedCredentialContext(payload.connectionId),
    );
    return Promise.resolve({
      connection: found.connection,
      sealed,
      version: 1,
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    });
  }
}
