import { understand, type UnderstandingContext } from '../../services/assistant/src/understanding/index.ts';

export interface UnderstandingNumbers {
  readonly name: 'understanding';
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly messages: number;
}

const context: UnderstandingContext = { now: '2026-11-20T09:00:00Z', timeZone: 'Europe/Berlin' };

/** Messages as people write them, from one word to a paragraph. */
const messages: readonly string[] = [
  'hello',
  'Lunch with Priya tomorrow at 1pm at Blue Cafe',
  'schedule a 30 minute meeting with Bob and ann@example.com next Tuesday at 3 about the budget and remind me 10 minutes before',
  'set up a weekly 1:1 with Sam every other Thursday at 10am until June',
  'move my 3pm from Monday to Wednesday at 11',
  'cancel all future standups',
  "what's on my calendar next week",
  'when are Bob and Ann both free on Friday afternoon for an hour',
  'send an email to Priya about the launch saying we are on track and will ship on Tuesday',
  'find emails about the budget with attachments from last month',
  'reply to the last email from Raj with "Great, thanks"',
  'what is the weather in Oslo',
  'team sync first Monday of every month at 10 in room 4.12 with everyone',
  'decline the budget review on Thursday and say I am on vacation until the 14th',
  `Hi, could you please arrange a call with Dr. Weber and my manager sometime next week between Tuesday and Thursday, preferably in the morning, for 45 minutes? The topic is the contract renewal for 2027. Please add a video link, invite ops@example.com as optional, and remind me an hour before. ${'Thanks a lot for taking care of this. '.repeat(6)}`,
];

/** Time to understand one message, after a warm-up. */
export async function bench(rounds = 60): Promise<UnderstandingNumbers> {
  for (let round = 0; round < 15; round++) for (const message of messages) understand(message, context);
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const message of messages) {
      const start = process.hrtime.bigint();
      understand(message, context);
      times.push(Number(process.hrtime.bigint() - start) / 1e6);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { name: 'understanding', p50Ms: at(0.5), p99Ms: at(0.99), messages: times.length };
}
