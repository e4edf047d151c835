import { apiKey, defineProvider } from '@switchboard/provider-kit';
import { actions } from './actions.ts';
import { explain } from './explain.ts';
import { features } from './features.ts';
import { settings } from './settings.ts';

/**
 * Any service that speaks the API of OpenAI: models, chat completions, responses where it has them, and embeddings.
 * @see https://platform.openai.com/docs/api-reference (read 2026-11-21)
 */
export const openai = defineProvider({
  id: 'openai',
  title: 'OpenAI-compatible models',
  description: 'Language models of OpenAI, or of any other service or machine of yours that speaks the same API.',
  docsUrl: 'https://platform.openai.com/docs/api-reference',
  settings,
  auth: {
    key: apiKey({
      title: 'API key',
      note: 'For OpenAI as it is. For another service, give its address as well.',
      keyHint: 'At OpenAI: platform.openai.com, API keys. A service without keys takes any text.',
      personAddress: true,
      features,
      identity: { endpoint: '{baseUrl}/models', mustHave: ['/data'] },
      revokeByHand: 'Delete the key where it was made; at OpenAI that is platform.openai.com/api-keys.',
    }),
  },
  api: { baseUrl: '{baseUrl}', hosts: ['{baseUrl}'] },
  explain,
  actions,
});
