import { expect, test } from '@jest/globals';
import { partOf } from './part-of.ts';

const refer = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const document = {
  openapi: '3.1.0',
  paths: { '/tasks': { get: refer('Tasks') }, '/runs': { get: refer('Run') } },
  components: {
    schemas: { Tasks: { items: refer('Task') }, Task: { properties: { parent: refer('Task') } }, Run: {}, Problem: {} },
    responses: { Problem: refer('Problem') },
  },
};

test('an operation comes with its own path and the schemas it refers to, however deep, and nothing else', () => {
  const part = partOf(document, ['paths', '/tasks', 'get']);

  const { Tasks, Task, Problem } = document.components.schemas;
  expect(part).toEqual({
    openapi: '3.1.0',
    paths: { '/tasks': document.paths['/tasks'] },
    components: { schemas: { Tasks, Task, Problem }, responses: document.components.responses },
  });
});

test('a schema comes with what it refers to, and all schemas when all are asked for', () => {
  const one = partOf(document, ['components', 'schemas', 'Run']);
  const all = partOf(document, ['components', 'schemas']);

  expect(one.paths).toEqual({});
  expect(Object.keys(one.components.schemas ?? {})).toEqual(['Problem', 'Run']);
  expect(Object.keys(all.components.schemas ?? {}).sort()).toEqual(['Problem', 'Run', 'Task', 'Tasks']);
});
