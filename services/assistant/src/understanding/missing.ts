import type { Intent, SlotName, Slots } from './types.ts';

const has = (slots: Slots, name: SlotName) =>
  slots[name] !== undefined && !(Array.isArray(slots[name]) && slots[name].length === 0);
const hasTarget = (slots: Slots) =>
  ['target', 'pointsBack', 'ordinal', 'when', 'people', 'query', 'subject'].some((name) =>
    has(slots, name as SlotName),
  );

/** What a frame still lacks before it can become a proposal or a look-up, in the order to ask. */
export function missingOf(intent: Intent, slots: Slots): SlotName[] {
  switch (intent) {
    case 'calendar.create':
      return create(slots);
    case 'calendar.move':
      return [
        ...(hasTarget(slots) ? [] : ['target' as const]),
        ...(has(slots, 'newWhen') || has(slots, 'shiftMinutes') ? unreal(slots, 'newWhen') : ['newWhen' as const]),
      ];
    case 'calendar.update':
      return [...(hasTarget(slots) ? [] : ['target' as const]), ...(changes(slots) ? [] : ['title' as const])];
    case 'calendar.cancel':
      return hasTarget(slots) ? [] : ['target'];
    case 'calendar.respond':
      return [
        ...(hasTarget(slots) ? [] : ['target' as const]),
        ...(has(slots, 'response') ? [] : ['response' as const]),
      ];
    case 'mail.send':
    case 'mail.draft':
      return [
        ...(recipients(slots) || intent === 'mail.draft' ? [] : ['people' as const]),
        ...(has(slots, 'body') || has(slots, 'subject')
          ? has(slots, 'body')
            ? []
            : ['body' as const]
          : ['body' as const]),
      ];
    case 'mail.reply':
      return [...(hasTarget(slots) ? [] : ['target' as const]), ...(has(slots, 'body') ? [] : ['body' as const])];
    case 'mail.forward':
      return [...(hasTarget(slots) ? [] : ['target' as const]), ...(recipients(slots) ? [] : ['people' as const])];
    case 'mail.label':
      return [...(hasTarget(slots) ? [] : ['target' as const]), ...(has(slots, 'label') ? [] : ['label' as const])];
    case 'mail.archive':
    case 'mail.trash':
    case 'mail.restore':
      return hasTarget(slots) || has(slots, 'unread') || has(slots, 'label') || has(slots, 'count') ? [] : ['target'];
    case 'tasks.create':
      return has(slots, 'title') ? [] : ['title'];
    case 'tasks.complete':
    case 'tasks.delete':
      return has(slots, 'target') || has(slots, 'pointsBack') || has(slots, 'ordinal') ? [] : ['target'];
    case 'files.search':
      return has(slots, 'query') ? [] : ['query'];
    case 'messages.send':
      return has(slots, 'body') ? [] : ['body'];
    default:
      return [];
  }
}

function create(slots: Slots): SlotName[] {
  const when = slots.when?.value;
  const needsTime = !when?.start || when.impossible !== undefined;
  const named = has(slots, 'title') || has(slots, 'people');
  return [...(named ? [] : ['title' as const]), ...(needsTime ? ['when' as const] : [])];
}

function unreal(slots: Slots, name: 'newWhen'): SlotName[] {
  return slots[name]?.value.impossible ? [name] : [];
}

const recipients = (slots: Slots) =>
  slots.people?.some(({ value }) => value.role === 'to' || value.role === 'with' || value.role === 'cc') ?? false;
const changes = (slots: Slots) =>
  (
    [
      'title',
      'place',
      'durationMinutes',
      'description',
      'reminderMinutes',
      'conference',
      'recurrence',
      'newWhen',
      'shiftMinutes',
    ] as const
  ).some((name) => has(slots, name)) ||
  (slots.people?.some(({ value }) => value.role === 'add' || value.role === 'remove') ?? false);
