import type { UnderstandingContext } from '../types.ts';
import type { Act } from './act-of.ts';

type Awaiting = 'confirmation' | 'choice';

const asks =
  /\b(?:is (?:this|that|it) (?:good|right|ok|okay|correct|what you|the (?:update|change|event|one))|how(?:'s| is| does| about) (?:this|that|it)|does (?:this|that|it) (?:look|work|sound)|want me to|looking for|(?:shall|should) i|do you want|would you like|i will (?:decline|accept)|ok\?|is that ok)\b/iu;
const offers =
  /\b(?:one of these|which (?:one|of)|here are some times|times when|more specific|did you mean|pick one|choose)\b/iu;
const yes =
  /^\W*(?:(?:oh|ok|okay|um|uh|ah|well|actually|hmm)\W+){0,2}(?:y(?:es|eah|ep|up|ea|a|ess+)\b|sure\b|ok(?:ay)?\b|k\b|perfect|great|good|fine|excellent|awesome|lovely|cool|nice|correct|right\b|exactly|confirm|affirmative|absolutely|definitely|certainly|of course|sounds|looks?\b|(?:that|this|it)(?:'s| is| are)? (?:works?|will work|should work|would work|looks?|sounds?|is (?:good|fine|great|correct|right|perfect|it|the one|what)|good|fine|great|correct|right|perfect|it\b|the one|exactly|absolutely)|that'll (?:work|do)|works|go ahead|do it|do that|please do|love it|i like|i'd like that|wonderful|amazing|super|that would|it does|it is\b|is (?:good|fine|great|right|correct)|all good|very good|all right|alright|approve|agreed|thats?\b)/iu;
const no =
  /^\W*(?:(?:oh|ok|okay|um|uh|ah|well|actually|hmm|wait|hold on|yes,? but|sorry|hell)\W+){0,2}(?:no\b|nope|nah|nokay|neither|none of|not\b|never ?mind|forget (?:it|that)|don['’]?t\b|do not|that(?:['’]s| is|s)? (?:not|wrong|isn)|that (?:doesn|does not|won|didn|will not)|(?:it|this|these|they|those) (?:doesn|does not|won['’]?t|don['’]?t|do not|isn|aren)|wrong|i (?:don['’]?t|didn['’]?t|do not|did not)|keep (?:it|that)|leave (?:it|that)|stop\b|i changed my mind|cancel (?:the|that|this|my) request)/iu;
const changes =
  /\b(?:make|change[ds]?|move|add|instead|actually|should (?:be|go|start|end|last)|i meant?|update|extend|(?:need|want|like) (?:it|that|this|the)|rename|title|call it|invite|include|earlier|later|longer|shorter|mark|set (?:it|the|this|that)|put|push|but|also|rather|with(?:out)?|switch|reschedule|it['’]?s (?:at|in|on|for|with)|only|no,? (?:it|i|at|the|make|on|for|just)|starting|until|the (?:title|subject|location|name|time|date)|(?:will|to) (?:be|last|start|end|begin)|how about|what about|include)\b/iu;
const choosing =
  /\b(?:first|second|third|fourth|fifth|last|latter|former|earlier|later|bottom|top|middle|1st|2nd|3rd|[4-9]th|one|both|either|number|option|#?\d{1,2}(?::\d\d)?\s?(?:[ap]\.?m\.?)?)\b/iu;
const fitting =
  /\b(?:works?|good|fine|best|great|perfect|ok(?:ay)?|please|i['’]?ll take|go with|go for|choose|pick|select|prefer|like|do|set|book|confirm|want|is better|sounds)\b/iu;
const asksAnew =
  /^\W*(?:(?:ok(?:ay)?|great|good|thanks?(?: you)?|yes|no|yeah|perfect|awesome|and|also|so|now|actually|sorry|wait|hold on|never ?mind|forget (?:it|that))[\s,.!]{1,3}){0,4}(?:what(?!\sabout)|when|where|who|which|how (?:many|long|far|much|do)|do i|did i|am i|is (?!good|this|that|fine|it\b)|are (?:there|we)|does|show|list|find|search|tell me|can you (?:tell|find|show|check|see)|could you (?:tell|find|show|check)|i want to (?:know|see|find)|i need to know|let me know|check|look)\b/iu;
const begins =
  /^\W*(?:(?:ok(?:ay)?|great|good|thanks?(?: you)?|perfect|awesome|excellent|and|also|so|now|please|can you|could you|i need to|i want to|i need you to|i would like to|i['’]d like to|let['’]s|next)[\s,.!]{1,3}){0,5}(?:schedule|create|book|set up|plan|delete|cancel|remove|decline|accept|reply|forward|e-?mail|send|archive)\b/iu;

const edits =
  /\b(?:but|instead|also|can (?:you|we|it)|could (?:you|we|it)|add|make|change|name|update|invite|extend|move|set|include|duration|the (?:place|location|title|time|name|subject)|should|needs to|though)\b/iu;
const keeps =
  /^\W*(?:please |go ahead and |can you |just )*(?:add|make|set|put|update|change|save) (?:it|that|this|the (?:event|meeting|appointment|changes?))(?: please| now| to (?:my|the) (?:calendar|schedule)| on (?:my|the) (?:calendar|schedule))?[.,!\s]{0,4}(?:please|thanks?|thank you)?[.!]{0,3}$/iu;
const newEvent =
  /\b(?:add|make|put|create|schedule|book)\b(?: me| in)? (?:an? |another |new |the )?(?:new |another |separate )?(?!hour|minutes?|half|note|reminder|location|link|description|person|attendee|few|day|week|it\b|that\b|this\b)[\p{L}'’ ]{0,40}(?:\b(?:after (?:that|it|this)|afterwards?|before that|right after|on (?:my|the) (?:calendar|schedule)|to (?:my|the) (?:calendar|schedule))\b|\b(?:meeting|appointment|event)\b(?! to\b))/iu;
const otherTime =
  /\b(?:make|change|should|i need|i want|i['’]?d like|would like|closer|instead|(?:later|earlier) (?:than|in|on)|an? (?:bit |little )?(?:later|earlier)|meant|start time|try|anything|any(?:thing)? (?:available|else)|not be)\b/iu;

/** What the assistant is waiting for. */
function awaiting(context: UnderstandingContext): Awaiting | undefined {
  if (context.choices?.length) return 'choice';
  if (context.openFrame) return 'confirmation';
  const said = context.previousReply;
  if (said === undefined) return undefined;
  if (offers.test(said)) return 'choice';
  return asks.test(said) ? 'confirmation' : undefined;
}

/** A message as a move in the talk: a yes, a no, a choice or a change, when something is waiting for one. */
export function dialogueAct(text: string, context: UnderstandingContext): Act | undefined {
  const head = text.slice(0, 300);
  const words = head.split(/\s+/u).length;
  const open = awaiting(context);
  if (!open) return undefined;
  if (asksAnew.test(head) && words > 3) return undefined;
  if (open === 'choice') return chosenAct(head, words);
  if (no.test(head))
    return changes.test(head.replace(no, '')) && words > 3 ? act('dialog.revise', 0.9) : act('dialog.deny', 0.93);
  if (newEvent.test(head)) return undefined;
  if (yes.test(head)) {
    const rest = head.replace(yes, '');
    if (edits.test(rest) && !keeps.test(rest)) return act('dialog.revise', 0.9);
    return words <= 14 ? act('dialog.confirm', 0.93) : undefined;
  }
  if (begins.test(head) && words > 3) return undefined;
  if (changes.test(head)) return act('dialog.revise', 0.9);
  if (words <= 4)
    return /[0-9]|\b(?:at|in|on|with|for|to|from|by|no|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|noon|am|pm|week|day|month)\b/iu.test(
      head,
    )
      ? act('dialog.revise', 0.9)
      : act('dialog.confirm', 0.6);
  return undefined;
}

function chosenAct(head: string, words: number): Act | undefined {
  if (no.test(head))
    return words > 3 && (edits.test(head) || changes.test(head.replace(no, '')))
      ? act('dialog.revise', 0.9)
      : act('dialog.deny', 0.92);
  if (newEvent.test(head)) return undefined;
  if (otherTime.test(head)) return act('dialog.revise', 0.9);
  if (choosing.test(head) && (fitting.test(head) || words <= 5)) return act('dialog.select', 0.92);
  if (yes.test(head)) return act('dialog.confirm', 0.92);
  if (begins.test(head) && words > 3) return undefined;
  if (fitting.test(head) && words <= 10) return act('dialog.select', 0.9);
  return changes.test(head) ? act('dialog.revise', 0.9) : undefined;
}

const act = (name: string, confidence: number): Act => ({ act: name, confidence });
