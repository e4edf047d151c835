import { expect, test } from '@jest/globals';
import type { EgressAnswer } from '@switchboard/egress';
import { readTokenAnswer } from './token-answer.ts';

const slack = { oauth: { tokensAt: '/authed_user', tokenTypes: ['user'] } };
const answered = (body: unknown): EgressAnswer =>
  ({ status: 200, ok: true, header: () => undefined, tryJson: () => body }) as unknown as EgressAnswer;
const tokens = { access_token: 'at-1', refresh_token: 'rt-1', token_type: 'user', scope: 'chat:write,users:read' };

test('tokens are read where the declaration points, and not beside', () => {
  const answer = readTokenAnswer(slack, answered({ ok: true, access_token: 'other', authed_user: tokens }));

  expect(answer.accessToken.reveal()).toBe('at-1');
  expect(answer.scopes).toEqual(['chat:write', 'users:read']);
  expect(() => readTokenAnswer(slack, answered({ ok: true, ...tokens }))).toThrow(
    expect.objectContaining({ code: 'invalid_answer' }),
  );
});

test('the answer to a refresh may have them at the top', () => {
  const top = readTokenAnswer(slack, answered({ ok: true, ...tokens }), { refreshing: true });
  const pointed = readTokenAnswer(slack, answered({ ok: true, authed_user: tokens, access_token: 'other' }), {
    refreshing: true,
  });

  expect(top.refreshToken?.reveal()).toBe('rt-1');
  expect(pointed.accessToken.reveal()).toBe('at-1');
});

test('O-17 a token of a type that the declaration does not name is not used as one', () => {
  const read = (type: string | undefined, tokenTypes?: readonly string[]) => () =>
    readTokenAnswer({ oauth: { ...(tokenTypes && { tokenTypes }) } }, answered({ ...tokens, token_type: type }));

  for (const good of [read('Bearer'), read(undefined), read('Acme-Token', ['acme-token'])])
    expect(good().accessToken.reveal()).toBe('at-1');
  for (const bad of [read('mac'), read('user'), read('bearer2', ['acme-token'])])
    expect(bad).toThrow(expect.objectContaining({ code: 'invalid_answer' }));
});
