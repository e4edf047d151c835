import { CalendarEvent, type Proposal } from '@switchboard/contracts';
import type { Found, When } from '../understanding/index.ts';
import { listedEvent } from './matching.ts';
import { sayText, type Kept, type Turn } from './turn.ts';

const editable = ['calendar.create', 'calendar.update', 'calendar.move'];

/** "Make it 4pm" after an event was made or changed changes that event instead of making another or asking which. */
export function editOfDone(turn: Turn, proposal: Proposal | undefined): Turn | undefined {
  if (!editable.includes(turn.frame.intent) || proposal?.status !== 'succeeded') return undefined;
  const [step] = proposal.steps;
  const done = CalendarEvent.safeParse(step?.output);
  if (!done.success) return undefined;
  const { when: said, newWhen: saidNew, ...slots } = turn.understood.slots;
  // With the half of the day kept.
  const when = said && turn.frame.slots.when;
  const newWhen = saidNew && turn.frame.slots.newWhen;
  const { title, recurrence } = done.data;
  const series = recurrence !== undefined && slots.scope?.value !== 'all';
  const target = series ? undefined : listedEvent(done.data, turn.timeZone);
  const named = series ? { target: { value: title, span: { start: 0, end: 0 }, text: title, sure: 1 } } : {};
  const settled = { ...turn.conversation.settled, target, connectionId: step?.connectionId };
  return {
    ...turn,
    understood: { ...turn.understood, followUp: undefined, missing: [] },
    frame: { intent: 'calendar.update', slots: { ...slots, ...named, newWhen: onItsDay(newWhen, turn) ?? when } },
    conversation: { ...turn.conversation, settled, proposalId: undefined },
  };
}

/** A time of day said after one that was said without a day still has no day of its own. */
function onItsDay(said: Found<When> | undefined, { conversation: { frame } }: Turn): Found<When> | undefined {
  const before = frame?.slots.newWhen?.value;
  const sameDay = before?.dateGuessed && said?.value.start?.slice(0, 10) === before.start?.slice(0, 10);
  return said && sameDay ? { ...said, value: { ...said.value, dateGuessed: true } } : said;
}

const undoing =
  /^\W*(?:please\s|can you\s|could you\s)?(?:undo|revert|take back)(?:\s(?:that|it|this|the (?:last )?(?:change|one|thing)))?(?:\splease)?\W*$/iu;
export const asksUndo = (text: string): boolean => undoing.test(text.slice(0, 200));

/** Undoing is decided at the card, like doing. */
export function pointAtUndo(turn: Turn, proposal: Proposal | undefined): Kept {
  const { frame, proposalId, lastResults, options, pendingSlot, settled } = turn.conversation;
  const kept = { frame, proposalId, lastResults, options, pendingSlot, settled };
  if (proposal?.status === 'open') sayText(turn, 'Nothing was done yet: the card still waits for you.');
  else if (proposal?.status !== 'succeeded') sayText(turn, 'There is nothing to undo here.');
  else if (!proposal.steps.some(({ undo }) => undo)) sayText(turn, 'What this card did cannot be undone.');
  else {
    sayText(turn, 'The card has an Undo button: press it, and what was done is taken back.');
    turn.say({ kind: 'proposal', proposalId: proposal.id });
  }
  return kept;
}
