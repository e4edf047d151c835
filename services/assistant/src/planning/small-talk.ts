import type { Understanding } from '../understanding/index.ts';

/** Sentences that show what can be said. */
export const examples = [
  'What’s on my calendar tomorrow?',
  'Meet Priya on Tuesday at 3pm for 30 minutes',
  'When am I free this week?',
  'Who wrote to me today?',
  'Add a task: send the invoice by Friday',
];

const answers: Readonly<Record<string, string>> = {
  thanks: 'You are welcome.',
  greeting: 'Hello. I look after your calendar, mail, tasks, files and messages.',
  goodbye: 'Good-bye.',
};

/** What to say to a greeting, to thanks, to a call for help and to what is out of scope. */
export function smallTalk({ act, outOfScope }: Understanding): string {
  if (outOfScope?.reason === 'empty') return 'Say what you would like to do, for example:';
  if (outOfScope?.reason === 'several') return 'I do one thing at a time. Which first? For example:';
  if (outOfScope?.service)
    return `I cannot do that with ${outOfScope.service} here. I can do things with calendars, mail, tasks, files and messages, for example:`;
  if (outOfScope)
    return 'That is outside what I can do. I look after calendars, mail, tasks, files and messages, for example:';
  const kind = Object.keys(answers).find((name) => act.includes(name));
  return kind
    ? (answers[kind] ?? '')
    : 'I look after your calendar, mail, tasks, files and messages. You can say, for example:';
}
