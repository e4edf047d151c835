import { test } from '@jest/globals';
import { natsAvailable } from '@switchboard/testing';

// The same suite once more, with a process per service over NATS.
process.env['SWB_TEST_SHAPE'] = 'apart';
if (natsAvailable()) await import('./mail-by-chat.spec.ts');
else test.skip('over NATS', () => undefined);
