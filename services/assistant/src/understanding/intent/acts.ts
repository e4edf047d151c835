import { type NamedPlace, withoutPlace } from '../place.ts';
import type { Intent, Need, OutOfScope } from '../types.ts';
import { serviceOf, thingIntent } from './thing-acts.ts';

interface Meaning {
  readonly intent: Intent;
  readonly outOfScope?: OutOfScope;
  /** The place that was named, where it has to do with what is wanted. */
  readonly place?: NamedPlace;
}

/** Words that pick the finer intent within an act. */
const listing =
  /\b(?:summar\p{L}{1,5}|who (?:has |have |all )?(?:wrote|written|e-?mailed|mailed|messaged|sent|contacted|is writing|writes)|senders?|from whom)\b/iu;
const moving =
  /\b(?:move|reschedule|re-schedule|postpone|push|delay|bump|shift|bring forward|slide|earlier|later|different time|another (?:time|day)|(?:change|update|switch|set) (?:the )?(?:time|date|day|start)|new time|to (?:a )?(?:later|earlier)|swap|from .{1,40} to)\b/iu;
const naming =
  /\b(?:rename|title|call it|name it|location|place|venue|room|invite|attendees?|guests?|description|notes?|longer|shorter|extend|shorten|duration|last(?:s|ing)?|add|remove|include|reminder|link|colou?r)\b/iu;
const looking =
  /\b(?:find|search|look for|when(?:'s| is| are| was| do| did| does)|where(?:'s| is| are)|who(?:'s| is| are)|what time|details?|how long|which day|what day|is there (?:an?|any) .{1,40} (?:with|about|called))\b/iu;
const reading =
  /\b(?:read|open|show me the (?:last|latest|newest|first)|what does .{1,30} say|what did .{1,30} (?:say|write)|full text|contents? of|play)\b/iu;

/** What an act is in the product's words; a place that was named decides where the words leave two things open. */
export function meaningOf(act: string, text: string, place?: NamedPlace): Meaning {
  const there = place && thingIntent(act, withoutPlace(text, place), place.kinds);
  if (there) return { intent: there, place };
  const intent = ownIntent(act, text) ?? thingIntent(act, text);
  if (intent) return place && has(place, intent) ? { intent, place } : { intent };
  if (act === 'multi') return { intent: 'out_of_scope', outOfScope: { reason: 'several' } };
  const service = serviceOf(act);
  return { intent: 'out_of_scope', outOfScope: service ? { reason: 'other_service', service } : { reason: 'unknown' } };
}

/** "To" and "from" before a name lead to people in mail and on calendars, not to accounts. */
const has = ({ kinds, loose }: NamedPlace, intent: Intent): boolean =>
  !loose && kinds.includes(intent.split('.')[0] ?? '');

function ownIntent(act: string, text: string): Intent | undefined {
  const [noun = '', verb = ''] = act.split('.');
  if (noun === 'event') return eventIntent(verb, text);
  if (noun === 'mail') return mailIntent(verb, text);
  return noun === 'chitchat' || noun === 'dialog' ? 'chitchat' : undefined;
}

function eventIntent(verb: string, text: string): Intent {
  if (verb === 'create') return 'calendar.create';
  if (verb === 'delete') return 'calendar.cancel';
  if (verb === 'respond') return 'calendar.respond';
  if (verb === 'availability') return 'calendar.free';
  if (verb === 'update')
    return moving.test(text) &&
      !(naming.test(text) && !/\b(?:move|reschedule|postpone|push|earlier|later)\b/iu.test(text))
      ? 'calendar.move'
      : naming.test(text)
        ? 'calendar.update'
        : 'calendar.move';
  return looking.test(text) ? 'calendar.search' : 'calendar.list';
}

function mailIntent(verb: string, text: string): Intent {
  if (verb === 'send')
    return /\b(?:draft|compose a draft|write a draft|save .{0,20}draft)\b/iu.test(text) ? 'mail.draft' : 'mail.send';
  if (verb === 'reply' || verb === 'forward') return `mail.${verb}`;
  if (verb === 'manage') return manageIntent(text);
  if (listing.test(text)) return 'mail.summarise_senders';
  return reading.test(text) ? 'mail.read' : 'mail.search';
}

function manageIntent(text: string): Intent {
  if (
    /\b(?:restore|recover|undelete|un-?trash|un-?archive|bring back|out of (?:the )?(?:trash|bin)|from (?:the )?trash)\b/iu.test(
      text,
    )
  )
    return 'mail.restore';
  if (/\b(?:delete|trash|remove|get rid of|bin|erase|clear|discard)\b/iu.test(text)) return 'mail.trash';
  if (/\barchiv(?:e|ing)\b/iu.test(text)) return 'mail.archive';
  return 'mail.label';
}

/** What a person must have granted. */
export function needsOf(intent: Intent): Need[] {
  switch (intent) {
    case 'calendar.list':
    case 'calendar.search':
    case 'calendar.free':
      return ['calendar.read'];
    case 'calendar.create':
      return ['calendar.write'];
    case 'calendar.update':
    case 'calendar.move':
    case 'calendar.cancel':
    case 'calendar.respond':
      return ['calendar.read', 'calendar.write'];
    case 'mail.search':
    case 'mail.read':
    case 'mail.summarise_senders':
      return ['mail.read'];
    case 'mail.send':
      return ['mail.send'];
    case 'mail.draft':
      return ['mail.modify'];
    case 'mail.reply':
    case 'mail.forward':
      return ['mail.read', 'mail.send'];
    case 'mail.label':
    case 'mail.archive':
    case 'mail.trash':
    case 'mail.restore':
      return ['mail.read', 'mail.modify'];
    case 'tasks.list':
      return ['tasks.read'];
    case 'tasks.create':
      return ['tasks.write'];
    case 'tasks.complete':
    case 'tasks.delete':
      return ['tasks.read', 'tasks.write'];
    case 'files.search':
    case 'files.list':
      return ['files.read'];
    case 'messages.list':
      return ['messages.read'];
    case 'messages.send':
      return ['messages.read', 'messages'];
    default:
      return [];
  }
}
