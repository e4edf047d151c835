import { HubError } from '@switchboard/contracts';
import type { Intent, SlotName } from '../understanding/index.ts';
import { Ask, type Turn } from './turn.ts';

const questions: Partial<Record<SlotName, string>> = {
  title: 'What shall it be called?',
  target: 'Which one do you mean?',
  when: 'When?',
  newWhen: 'When shall it be instead?',
  people: 'With whom?',
  body: 'What shall it say?',
  subject: 'What is the subject?',
  query: 'What shall I look for?',
  label: 'Which label?',
  response: 'Shall I accept, decline, or say maybe?',
  durationMinutes: 'How long shall it take?',
  place: 'Where?',
  within: 'In which list?',
  chat: 'To which chat?',
};

/** What to ask for a slot nobody filled. */
export function questionFor(slot: SlotName, intent: Intent): string {
  if (slot === 'people' && intent.startsWith('mail.')) return 'Whom shall I write to?';
  return questions[slot] ?? 'Can you say that more exactly?';
}

/** Asks which account where a refusal says that several could do it. */
export function accountQuestion(error: unknown, { frame }: Turn): Ask | undefined {
  if (!(error instanceof HubError) || error.code !== 'connection_ambiguous') return undefined;
  const options = (error.details.choices ?? []).map(({ id, label }) => ({
    settles: 'account' as const,
    label,
    connectionId: id as never,
  }));
  return new Ask('Which account shall I use?', { frame, options });
}
