import type { Found, Intent, Slots } from '../types.ts';
import { lineOf, Request } from './cuts.ts';
import type { Page } from './page.ts';

const folder: readonly RegExp[] = [
  /\b(?:in|inside|of|from) (?:(?:the|my|our) )?folder (?:(?:called|named) )?(?<name>.{1,100})$/iu,
  /\b(?:in|inside|of|from) (?:(?:the|my|our) )?(?<name>.{1,80}) folder$/iu,
];
const seeking =
  /^(?:(?:find|search|look|show|open|get|list|locate|fetch|bring up|pull up|where(?:['’]s|\s+is|\s+are)|what(?:['’]s|\s+is|\s+are)|which|do (?:i|we) have|is there|are there)\b\s*)(?:(?:me|for|up|through|in|out|any|anything|all|every|the|a|an|my|our|that|some|latest|newest|last|version|of)\s+)*(?:(?:files?|documents?|docs?|folders?|drive|pdfs?)\b\s*)?(?:(?:i|we)\s+have\s+)?(?:(?:called|named|titled|about|for|with|on|regarding|concerning|containing|mentioning|that (?:is|are) called|the|my|our|a|an)\s+|:\s*)*/iu;
const kindAfter = / (?:files?|documents?|docs?|spreadsheets?|sheets?|pdfs?|presentations?|folders?)$/iu;

/** What is said of files: the folder to list, or the words to look for. */
export function fileSlots(page: Page, intent: Intent): Slots {
  if (intent === 'files.list') return { within: folderOf(page) };
  return { query: queryOf(page) };
}

function folderOf(page: Page): Found<string> | undefined {
  const request = new Request(page, page.text);
  const name = request.line(request.match(folder)?.('name'));
  return name && /^(?:top|main|root)$/iu.test(name.value) ? undefined : name;
}

function queryOf(page: Page): Found<string> | undefined {
  if (page.quotes[0]) return page.quotes[0];
  const from = new Request(page, page.text).offset(0);
  const lead = seeking.exec(page.text.slice(from))?.[0].length ?? 0;
  const line = lineOf(page, page.text, from + lead);
  if (!line) return undefined;
  const value = line.value.replace(kindAfter, '');
  return { ...line, value };
}
