import { afterEach, beforeEach } from '@jest/globals';
import { format } from 'node:util';

const original = { ...console };
let said = [];

beforeEach(() => {
  said = [];
  for (const method of ['log', 'info', 'warn', 'error', 'debug']) {
    console[method] = (...words) => {
      said.push(`console.${method}: ${format(...words)}`);
      original[method].apply(console, words);
    };
  }
});

/** A test that prints hides something or warns of something: either way it does not pass. */
afterEach(() => {
  const unexpected = said;
  said = [];
  if (unexpected.length > 0) throw new Error(`Unexpected console output:\n${unexpected.join('\n')}`);
});
