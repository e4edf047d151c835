import { fill } from './answer-slot.ts';
import { choiceIn } from './choices.ts';
import { editOf } from './edit.ts';
import { needsOf } from './intent/acts.ts';
import { missingOf } from './missing.ts';
import type { Page } from './slots/page.ts';
import type { FollowUp, Frame, Intent, Slots, Understanding, UnderstandingContext } from './types.ts';

type Read = Omit<Understanding, 'hidden'>;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const yesAlone = words(
  'yes yeah yep yup yea yess sure ok okay k confirm confirmed approve approved correct right exactly perfect great fine good absolutely definitely affirmative works agreed 👍 ✅ si oui ja',
);
const yesPhrases =
  /\b(?:go ahead|do it|do that|send it|book it|schedule it|create it|save it|of course|make it so|please do)\b/iu;
const yesBeside = words(
  "please do send book schedule create save make it that this is ahead for looks sounds look sound works work all thanks thank you me just lets let's let so well very of course the go to now i i'd like want would be",
);
const noAlone = words("no nope nah cancel stop never nevermind forget reject discard abort don't dont scrap not");
const noBeside = words(
  'mind it that this thanks thank you please send book create schedule way wait anymore leave do i want to ok okay',
);

function wordsOf(text: string): string[] {
  return (
    text
      .slice(0, 200)
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}']+|👍|✅/gu) ?? []
  );
}

/** Reads a message as an answer to what is open: a yes, a no, a choice, the slot that was asked for, or a change. */
export function followUp(page: Page, act: string, context: UnderstandingContext): Read | undefined {
  const open = context.openFrame;
  const text = page.text.trim();
  const options = context.choices ?? (open ? undefined : context.lastResults);
  const choice = options?.length
    ? choiceIn(
        text,
        options.map(({ label }) => label),
      )
    : undefined;
  if (choice !== undefined) return answer(open ?? bare, {}, 'choose', 'dialog.select', 0.95, { choice });
  if (open && !context.pendingSlot && isYes(text)) return answer(open, {}, 'confirm', 'dialog.confirm', 0.97);
  const isQuote = page.quotes.length === 1 && page.quotes[0]?.text === text;
  if (open && isNo(text) && !isQuote) return answer(open, {}, 'reject', 'dialog.deny', 0.97);
  if (!open) return undefined;
  const edit = editOf(page, open, context);
  if (context.pendingSlot && !startsAnew(act, open)) {
    const filled = fill(page, open, context);
    if (filled) return answer(open, filled, 'answer', 'dialog.revise', 0.85);
  }
  if (edit && (edit.strong || !startsAnew(act, open)))
    return answer(open, edit.slots, 'edit', 'dialog.revise', edit.strong ? 0.92 : 0.75);
  return undefined;
}

const bare: Frame = { intent: 'chitchat', slots: {} };

/** Short agreement; "yes, but at 4" is an edit. */
function isYes(text: string): boolean {
  const said = wordsOf(text);
  if (said.length === 0 || said.length > 8 || text.length > 120) return false;
  const agrees = said.some((word) => yesAlone.has(word)) || yesPhrases.test(text);
  return agrees && said.every((word) => yesAlone.has(word) || yesBeside.has(word));
}

/** Short refusal; "no, at 4" is an edit. */
function isNo(text: string): boolean {
  const said = wordsOf(text);
  if (said.length === 0 || said.length > 7 || text.length > 120) return false;
  return said.some((word) => noAlone.has(word)) && said.every((word) => noAlone.has(word) || noBeside.has(word));
}

/** The acts that speak of the same things. */
function familyOf(intent: Intent): RegExp {
  if (intent.startsWith('tasks.')) return /^(?:task|card)\./;
  if (intent.startsWith('files.')) return /^file\./;
  if (intent.startsWith('messages.')) return /^message\./;
  return intent.startsWith('calendar') ? /^event/ : /^mail/;
}

/** Another kind of request, whole enough to stand alone. */
function startsAnew(act: string, open: Frame): boolean {
  if (/^(?:dialog|oos|chitchat)/.test(act)) return false;
  if (!familyOf(open.intent).test(act)) return true;
  return (
    !/\.(?:update|create|send|manage|respond)$/.test(act) ||
    (act === 'event.create' && open.intent !== 'calendar.create')
  );
}

function answer(
  open: Frame,
  slots: Slots,
  kind: FollowUp,
  act: string,
  confidence: number,
  more: Partial<Read> = {},
): Read {
  const merged: Frame = { intent: open.intent, slots: { ...open.slots, ...slots } };
  return {
    intent: open.intent,
    slots,
    confidence,
    act,
    needs: needsOf(open.intent),
    missing: missingOf(open.intent, merged.slots),
    followUp: kind,
    ...(open !== bare && { merged }),
    ...more,
  };
}
