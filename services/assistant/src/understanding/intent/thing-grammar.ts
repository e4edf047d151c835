/** Sentences about tasks, files and chats whose first words decide, tried before those about calendars and mail. */
export const thingRules: readonly (readonly [RegExp, string, number])[] = [
  [
    /^(?:(?:add|create|make|put|open|log|set up|enter)\s+(?:(?:an?|the|another|my)\s+)?(?:(?:new|quick|sub-?)\s*)?(?:task|to-?do|card|ticket)|(?:an?\s+|another\s+)?(?:new\s+)?(?:task|to-?do))(?!\s+list)\b(?=[\s:,]+\S)(?!\s+(?:is|are|was|were|has|due)\b)(?!.*\?)/iu,
    'task.create',
    0.93,
  ],
  [
    /^(?:add|put)\b.*\b(?:to|on|in)\s+(?:my|our|the)\s+(?:[^\s]+\s+){0,3}(?:tasks|to-?dos|(?:task|to-?do)\s+list|project|backlog|board)\b/iu,
    'task.create',
    0.93,
  ],
  [/^(?:complete|finish|tick off)\s+(?:it|that|this|the\s+\p{L}+\s+(?:one|task))\W*$/iu, 'task.complete', 0.9],
  [/^to-?dos?:\s*\S/iu, 'task.create', 0.93],
  [
    /^mark\b(?!.*\b(?:e-?mails?|mails?|messages?|threads?|meetings?)\b).*\bas (?:done|completed?|finished)\W*$/iu,
    'task.complete',
    0.92,
  ],
  [/^(?:dm|ping)\s+\S/iu, 'message.send', 0.92],
  [/^(?:tick|cross|check) off\s+\S/iu, 'task.complete', 0.92],
  [
    /^i(?:['’]ve| have)?\s+(?:just\s+)?(?:finished|completed|done)\b.*\b(?:tasks?|to-?dos?|card|ticket)\b/iu,
    'task.complete',
    0.92,
  ],
  [/^(?:mark|complete|finish|close|tick)\b.{0,80}\b(?:task|to-?do|card|ticket)\b/iu, 'task.complete', 0.92],
  [
    /^(?:which|what|show(?: me)?|list|any|find)\b(?!.*\b(?:calendar|meetings?|credit|debit|visa|gift|birthday|business|rewards?|bank)\b).{0,30}\b(?:tasks|to-?dos|cards)\b/iu,
    'task.query',
    0.92,
  ],
  [/^(?:what(?:['’]s| is)|anything) (?:due|overdue)\b(?!.*\b(?:bill|credit|balance|payment)\b)/iu, 'task.query', 0.91],
  [
    /^(?:find|search|look for|show(?: me)?|open|list|where (?:is|are)|where['’]s|what(?:['’]s| is) in|do i have|which|what)\b(?!.*\b(?:e-?mails?|mails?|inbox|attach\p{L}*|contacts?|meetings?|events?|calendar|music|songs?|playlist)\b).{0,40}\b(?:files?|documents?|folders?|pdfs?|spreadsheets?|my drive)\b/iu,
    'file.search',
    0.92,
  ],
  [
    /^(?:which|what|list|show(?: me)?)\b(?!.*\b(?:tv|radio|television|station|news|youtube|sports?|cable|movies?)\b).{0,20}\b(?:chats|channels)\b/iu,
    'message.query',
    0.92,
  ],
];
