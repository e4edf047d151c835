import { type ApiKey, deleteApiKeyRoute, getApiKeys, postApiKeyRoll } from '@switchboard/contracts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/call.ts';

export const apiKeysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: ({ signal }) => call(getApiKeys, { signal }),
});
export const rollApiKey = (id: ApiKey['id']) => call(postApiKeyRoll, { params: { apiKeyId: id } });
export const endApiKey = (id: ApiKey['id']) => call(deleteApiKeyRoute, { params: { apiKeyId: id } });
