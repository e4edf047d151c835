import { z } from 'zod';
import { formOf, json, type OriginHandler, type SandboxAnswer, type SandboxRequest } from './exchange.ts';
import { Fault, type Faults } from './faults.ts';
import { overview } from './overview.ts';
import type { Quotas } from './quotas.ts';
import type { RequestLog } from './request-log.ts';
import type { World } from './world.ts';

export interface ControlParts {
  readonly worlds: readonly World[];
  readonly log: RequestLog;
  readonly faults: Faults;
  readonly quotas: Quotas;
  readonly pageHeaders: Map<string, string>;
}

const Whose = z.strictObject({ account: z.string().optional(), provider: z.string().optional() });
const QuotaBody = z.strictObject({ family: z.string(), unitsPerMinute: z.int().nonnegative() });

/** What tests turn and read (`/_sandbox/*`) and the page people read (`/`). */
export function createControl(parts: ControlParts): OriginHandler {
  const { worlds, log, faults, quotas, pageHeaders } = parts;
  const of = (provider: string | null | undefined): readonly World[] =>
    provider ? worlds.filter((world) => world.provider === provider) : worlds;
  const each = async (chosen: readonly World[], run: (world: World) => Promise<number>): Promise<number> =>
    (await Promise.all(chosen.map(run))).reduce((sum, count) => sum + count, 0);

  const routes: Record<string, (request: SandboxRequest) => SandboxAnswer | Promise<SandboxAnswer>> = {
    'GET /_sandbox/requests': ({ query }) => json(200, { requests: log.since(Number(query.get('since') ?? 0)) }),
    'DELETE /_sandbox/requests': () => (log.clear(), json(200, {})),
    'GET /_sandbox/faults': () => json(200, { faults: faults.list() }),
    'POST /_sandbox/faults': (request) => json(201, { id: faults.arm(Fault.parse(bodyOf(request))) }),
    'DELETE /_sandbox/faults': () => (faults.clear(), json(200, {})),
    'POST /_sandbox/quotas': (request) => {
      const { family, unitsPerMinute } = QuotaBody.parse(bodyOf(request));
      quotas.limit(family, unitsPerMinute);
      return json(200, {});
    },
    'DELETE /_sandbox/quotas': () => (quotas.clear(), json(200, {})),
    'POST /_sandbox/page-headers': (request) => {
      const given = z.record(z.string(), z.string()).parse(bodyOf(request));
      for (const [name, value] of Object.entries(given)) pageHeaders.set(name, value);
      return json(200, {});
    },
    'DELETE /_sandbox/page-headers': () => (pageHeaders.clear(), json(200, {})),
    'POST /_sandbox/tokens/expire': async (request) => {
      const { account, provider } = Whose.parse(bodyOf(request));
      return json(200, { expired: await each(of(provider), (world) => world.expireTokens(account)) });
    },
    'POST /_sandbox/grants/revoke': async (request) => {
      const { account, provider } = Whose.parse(bodyOf(request));
      const revoked = await each(of(provider), (world) => world.revokeGrants(account));
      const back = new URLSearchParams({ ...(provider && { provider }), ...(account && { account }) });
      return isForm(request) ? { status: 303, headers: { location: `/?${back.toString()}` } } : json(200, { revoked });
    },
    'GET /_sandbox/keys': () =>
      json(200, {
        items: worlds.flatMap((world) => (world.keys?.() ?? []).map((key) => ({ provider: world.provider, ...key }))),
      }),
    'POST /_sandbox/reset': async () => {
      await each(worlds, (world) => world.revokeGrants());
      for (const world of worlds) world.reset();
      log.clear();
      faults.clear();
      quotas.clear();
      pageHeaders.clear();
      return json(200, {});
    },
    'GET /': ({ query }) => overview(worlds, query),
  };

  return async (request) => {
    const refused = refuse(request);
    if (refused) return refused;
    const account = /^\/_sandbox\/state\/([^/]+)$/.exec(request.path)?.[1];
    if (account && request.method === 'GET') {
      const found = of(request.query.get('provider'))
        .map((world) => world.stateOf(decodeURIComponent(account)))
        .find((state) => state !== undefined);
      return found === undefined ? json(404, { error: 'account_unknown' }) : json(200, found);
    }
    try {
      return (await routes[`${request.method} ${request.path}`]?.(request)) ?? json(404, { error: 'not_found' });
    } catch (error) {
      if (error instanceof z.ZodError) return json(400, { error: 'input_invalid', issues: error.issues });
      throw error;
    }
  };
}

/** A page of another origin must not turn the switches: only plain loopback hosts, and no cross-site requests. */
function refuse(request: SandboxRequest): SandboxAnswer | undefined {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const crossSite =
    request.method !== 'GET' &&
    request.headers['sec-fetch-site'] !== undefined &&
    request.headers['sec-fetch-site'] !== 'same-origin';
  return !['127.0.0.1', 'localhost', '[::1]'].includes(host) || crossSite
    ? json(403, { error: 'loopback_only' })
    : undefined;
}

const isForm = (request: SandboxRequest): boolean =>
  request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;

function bodyOf(request: SandboxRequest): unknown {
  if (request.body.length === 0) return {};
  if (isForm(request)) return formOf(request);
  try {
    return JSON.parse(request.body.toString('utf8')) as unknown;
  } catch {
    throw new z.ZodError([{ code: 'custom', path: [], message: 'not JSON', input: undefined }]);
  }
}
