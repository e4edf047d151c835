import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Crowd } from './crowd.ts';

const ask = (crowd: Crowd, url = '/api/v1/threads', streams?: 'both') => {
  const raw = new EventEmitter();
  crowd.enter(
    { routeOptions: { url, config: { hub: { streams } } } } as unknown as FastifyRequest,
    { raw } as never as FastifyReply,
  );
  return raw;
};

test('R-5 the thousand-and-first call is turned away at once, and comes in when one has left', () => {
  const crowd = new Crowd();
  const inside = Array.from({ length: 1_000 }, () => ask(crowd));

  expect(() => ask(crowd)).toThrow('very busy');
  inside[0]?.emit('close');
  ask(crowd);
});

test('R-5 streams do not keep calls out, nor a crowd the probes', () => {
  const crowd = new Crowd();
  for (let at = 0; at < 1_000; at += 1) ask(crowd, '/proxy', 'both');

  ask(crowd);
  expect(() => ask(crowd, '/proxy', 'both')).toThrow('very busy');
  ask(crowd, '/health/ready', 'both');
});
