import type { AnyAction } from '@switchboard/provider-kit';
import { createChatCompletion } from './actions/create-chat-completion.ts';
import { createEmbeddings } from './actions/create-embeddings.ts';
import { createResponse } from './actions/create-response.ts';
import { listModels } from './actions/list-models.ts';

/** What every server that speaks the API has; responses are the newer part. */
export const actions: readonly AnyAction[] = [listModels, createChatCompletion, createResponse, createEmbeddings];
