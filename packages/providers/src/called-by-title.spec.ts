import { expect, test } from '@jest/globals';
import { CalendarEvent, MailSummary } from '@switchboard/contracts';
import type { AnyAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { providers } from './registry.ts';
import { SandboxAccount } from './testing/sandbox-account.ts';

const Known = z.union([
  z.object({ title: z.string().min(1) }),
  z.object({ name: z.string().min(1) }),
  CalendarEvent,
  z.object({ message: MailSummary }),
  z.object({ messages: MailSummary.array().min(1) }),
]);

/** By provider: actions whose card still shows an id, of the place where something new goes or of what cannot be read by its id alone. */
const idOnly: Readonly<Record<string, readonly string[]>> = {
  asana: ['create_task'],
  box: ['create_folder', 'restore_item'],
  dropbox: ['create_folder'],
  github: ['create_issue', 'mark_notification_read'],
  notion: ['create_page'],
  slack: [],
  telegram: [],
  todoist: ['create_task'],
  trello: ['create_card', 'add_check_item'],
};

/** The first id of an action's input, where it is the provider's own. */
function firstId({ input }: AnyAction): string | undefined {
  const { properties = {} } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
  const [name, property] = Object.entries(properties).find(([one]) => /Id$/.test(one)) ?? [];
  return typeof property === 'object' && property['staged'] ? undefined : name;
}

test.each(Object.entries(idOnly))('P-1 a card of %s says in words what its action acts on', async (id, expected) => {
  const provider = providers.find((one) => one.id === id)!;
  await using account = await SandboxAccount.start(provider);
  const unnamed: string[] = [];

  for (const action of provider.actions.filter(({ effect }) => effect !== 'read')) {
    const field = firstId(action);
    const example = action.examples.find(({ input }) => field !== undefined && field in input);
    if (!example) continue;
    const before: unknown = await action.before?.(account.context(action), action.input.parse(example.input));
    if (!Known.safeParse(before).success) unnamed.push(action.name);
  }

  expect(unnamed.toSorted()).toEqual(expected.toSorted());
});
