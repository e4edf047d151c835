import { createHmac } from 'node:crypto';
import type { HubError } from '@switchboard/contracts';
import type { Trace } from '@switchboard/nest-kit';
import type { CallersService, Resolved } from './callers.service.ts';
import type { Cookies } from './cookies.ts';

/** What the strategies see of a request: headers and where it comes from. */
export interface Presented {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly address: string;
  readonly trace: Trace;
}

/** Who it is, and by what that was shown. */
export interface SignedIn extends Resolved {
  readonly credential: 'cookie' | 'bearer';
  readonly keyedDigest: (text: string) => string;
}

/** What passport gives a strategy to end with. */
interface Outcome {
  success(signedIn: SignedIn): void;
  /** Not shown this way: the next strategy is asked. */
  fail(): void;
  error(error: HubError): void;
}

/** One way to show who one is; stateless, so that any replica answers. */
export abstract class TokenStrategy {
  abstract readonly name: string;
  protected abstract readonly credential: SignedIn['credential'];
  protected abstract readonly kind: 'session' | 'api_key';

  constructor(private readonly callers: CallersService) {}

  /** @returns the token, or `undefined` where this way was not used. */
  protected abstract tokenOf(presented: Presented): Promise<string | undefined>;

  authenticate(this: this & Outcome, request: Presented): void {
    this.resolve(request).then(
      (signedIn) => (signedIn ? this.success(signedIn) : this.fail()),
      (error: HubError) => this.error(error),
    );
  }

  private async resolve(presented: Presented): Promise<SignedIn | undefined> {
    const token = await this.tokenOf(presented);
    if (token === undefined) return undefined;
    const { claims, statement } = await this.callers.resolve(this.kind, token, presented.address, presented.trace);
    const keyedDigest = (text: string): string => createHmac('sha256', token).update(text).digest('hex');
    return { claims, statement, credential: this.credential, keyedDigest };
  }
}

/** `Authorization: Bearer swb_…` (RFC 6750 §2.1). */
export class BearerStrategy extends TokenStrategy {
  readonly name = 'bearer';
  protected readonly credential = 'bearer';
  protected readonly kind = 'api_key';

  protected async tokenOf({ headers }: Presented): Promise<string | undefined> {
    const { authorization } = headers;
    if (typeof authorization !== 'string') return undefined;
    return /^Bearer ([\x21-\x7e]{1,512})$/i.exec(authorization)?.[1] ?? 'malformed';
  }
}

/** The session cookie. */
export class CookieStrategy extends TokenStrategy {
  readonly name = 'cookie';
  protected readonly credential = 'cookie';
  protected readonly kind = 'session';

  constructor(
    callers: CallersService,
    private readonly cookies: Cookies,
  ) {
    super(callers);
  }

  protected tokenOf({ headers }: Presented): Promise<string | undefined> {
    return this.cookies.read('session', headers['cookie'] as string | undefined);
  }
}
