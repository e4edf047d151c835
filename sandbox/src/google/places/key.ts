import { nameFor } from '../../kit/random.ts';
import type { SandboxRequest } from '../../kit/exchange.ts';
import type { GoogleAccount } from '../accounts.ts';
import { GoogleError } from '../errors.ts';
import type { Bearer } from '../oauth/bearer.ts';

/** The one key that works here: it looks like Google's and belongs to a project, not to a person. */
export const placesKey = `AIza${nameFor('the places key of the sandbox', 35)}`;

const project: GoogleAccount = {
  id: '420042004200',
  email: 'fernhill-sandbox',
  name: 'Fernhill sandbox project',
  givenName: 'Fernhill',
  familyName: 'Sandbox',
  timeZone: 'Europe/London',
  locale: 'en-GB',
};

const info = (reason: string) => ({
  details: [
    {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason,
      domain: 'googleapis.com',
      metadata: { service: 'places.googleapis.com' },
    },
  ],
});

/** Reads the key of a call, from its header or the query. @throws {GoogleError} 403 without one, 400 for another. */
export function keyOf(request: SandboxRequest): Promise<Bearer> {
  const key = request.headers['x-goog-api-key'] ?? request.query.get('key');
  if (!key)
    throw new GoogleError(
      403,
      'forbidden',
      "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
    );
  if (key !== placesKey)
    throw new GoogleError(
      400,
      'badRequest',
      'API key not valid. Please pass a valid API key.',
      info('API_KEY_INVALID'),
    );
  return Promise.resolve({
    account: project,
    clientId: '',
    scopes: new Set(['https://www.googleapis.com/auth/cloud-platform']),
  });
}
