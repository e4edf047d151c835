import { expect, test } from '@jest/globals';
import { explain } from './explain.ts';

const refusal = (status: number, description: string, parameters?: object) => ({
  status,
  headers: {},
  body: { ok: false, error_code: status, description, ...(parameters && { parameters }) },
});

test.each([
  [401, 'Unauthorized', 'credential'],
  [404, 'Not Found', 'not_found'],
  [403, 'Forbidden: bot was blocked by the user', 'rejected'],
  [400, 'Bad Request: chat not found', 'not_found'],
  [400, 'Bad Request: message to edit not found', 'not_found'],
  [400, "Bad Request: message can't be deleted for everyone", 'rejected'],
  [400, 'Bad Request: message text is empty', 'rejected'],
  [409, 'Conflict: terminated by other getUpdates request', 'conflict'],
  [413, 'Request Entity Too Large', 'rejected'],
  [502, 'Bad Gateway', 'unavailable'],
])('%i %s means %s', (status, description, kind) => {
  expect(explain(refusal(status, description)).kind).toBe(kind);
});

test('how long to wait is told in the parameters', () => {
  const told = explain(refusal(429, 'Too Many Requests: retry after 7', { retry_after: 7 }));

  expect(told).toEqual({ kind: 'limited', reason: 'retry after 7', retryAfterSeconds: 7 });
});

test('the reason is without the name of its status, and people are told what they can do', () => {
  expect(explain(refusal(403, "Forbidden: bot can't initiate conversation with a user"))).toMatchObject({
    reason: "bot can't initiate conversation with a user",
    advice: expect.stringContaining('wrote to it'),
  });
  expect(explain(refusal(403, 'Forbidden: bot was kicked from the group chat')).advice).toContain('not in this chat');
});
