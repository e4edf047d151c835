import { tokenize } from '../text/tokens.ts';
import { timeExpressions, type TimeExpression } from '../time/expressions.ts';
import type { UnderstandingContext } from '../types.ts';
import { dialogueAct } from './dialogue.ts';
import { features } from './features.ts';
import { grammarAct } from './grammar.ts';
import { shippedModel } from './model.ts';

export interface Act {
  readonly act: string;
  readonly confidence: number;
}

/** Lets the model call fewer things out of scope than its examples, most of which are. */
const outOfScopeWeight = 0.55;
/** In a talk about the calendar what follows is seldom about anything else. */
const talkingWeight = 0.3;

const aboutCalendar =
  /\b(?:calendar|event|meeting|appointment|on your calendar|changed "|deleted|put that|invitation|attendees|free on|free from)\b/iu;
const elsewhere =
  /\b(?:weather|forecast|rain(?:ing|y)?|snow(?:ing|y)?|sunny|temperature|degrees|humid|windy?|cold|hot|warm|rating|takeout|take out|full bar|waiter|happy hour|casual|restaurant|price|parking)\b/iu;

/** "Cancel it" right after something was listed. */
const pointed =
  /^\W{0,3}(?:please |can you )?(?:cancel|delete|remove) (?:it|that|this|them|(?:the )?(?:first|second|third|last|next) one)\b/iu;

function weightOf(act: string, text: string, context: UnderstandingContext): number {
  if (act !== 'oos') return 1;
  const talking =
    context.openFrame !== undefined ||
    (context.previousReply !== undefined && aboutCalendar.test(context.previousReply));
  return talking && !elsewhere.test(text.slice(0, 400)) ? outOfScopeWeight * talkingWeight : outOfScopeWeight;
}

/** The act of a message: a move in the talk, grammar where its words leave no doubt, else the model. */
export function actOf(text: string, context: UnderstandingContext, times?: readonly TimeExpression[]): Act {
  if (context.lastResults?.length && !context.openFrame && pointed.test(text))
    return { act: 'event.delete', confidence: 0.9 };
  const ruled = dialogueAct(text, context) ?? grammarAct(text, context);
  if (ruled && ruled.confidence >= 0.9) return ruled;
  const head = text.slice(0, 600);
  const shares = shippedModel().rank(features(tokenize(head), times ?? timeExpressions(head, { now: 0 })));
  const weighed = shares.map(({ label, share }) => ({
    act: label,
    confidence: share * weightOf(label, text, context),
  }));
  const best = weighed.reduce((a, b) => (b.confidence > a.confidence ? b : a));
  return ruled && best.confidence < ruled.confidence ? ruled : best;
}
