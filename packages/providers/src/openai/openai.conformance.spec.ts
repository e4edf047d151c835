import { openApi } from '@switchboard/testing/descriptions/openapi';
import fc from 'fast-check';
import path from 'node:path';
import { describeConformance } from '../testing/describe-conformance.ts';
import { openai } from './index.ts';

const folder = path.resolve(import.meta.dirname, '../../../../../shared/specs/openai');

describeConformance(openai, {
  description: () => openApi(folder, ['openapi.yaml'], { name: 'OpenAI OpenAPI 3.1' }),
  overrides: {
    model: fc.constantFrom('gpt-4.1', 'gpt-4o-mini', 'text-embedding-3-small', 'text-embedding-3-large', 'gpt-0'),
  },
});
