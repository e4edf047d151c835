import type { CapabilityDefinition } from '@switchboard/contracts';
import * as contracts from '@switchboard/contracts';
import { id, instant, type World } from './world.ts';

const everything = [
  ...['calendar.read', 'calendar.write', 'contacts', 'mail.read', 'mail.send', 'mail.modify', 'tasks.read'],
  ...['tasks.write', 'files.read', 'files.write', 'messages.read', 'messages'],
];

const capabilities = (): CapabilityDefinition[] =>
  Object.values(contracts).filter(
    (one): one is never => typeof one === 'object' && one !== null && 'kind' in one && one.kind === 'capability',
  );

const action = (provider: string, { name, effect }: CapabilityDefinition) => ({
  ref: `${provider}.${name.split('.')[1]}`,
  provider,
  title: name,
  description: name,
  effect,
  idempotent: true,
  undo: false,
  needs: [needOf(name, effect)],
  capability: name,
  phrases: [],
  input: {},
  output: {},
  examples: [],
});

/** Every capability there is, as one provider's actions, and those of the other providers. */
export const actions = ({ others = [] }: World) => [
  ...capabilities().map((one) => action('google', one)),
  ...others.flatMap(({ provider, kinds }) =>
    capabilities()
      .filter(({ name }) => kinds.includes(name.split('.')[0] ?? ''))
      .map((one) => action(provider, one)),
  ),
];

function needOf(name: string, effect: string): string {
  const [noun] = name.split('.');
  if (noun === 'contacts') return 'contacts';
  if (effect === 'read') return `${noun}.read`;
  if (noun === 'messages') return 'messages';
  if (noun !== 'mail') return `${noun}.write`;
  return effect === 'send' ? 'mail.send' : 'mail.modify';
}

const connection = ({ features = everything }: World) => ({
  id: id(1),
  provider: 'google',
  providerTitle: 'Google',
  method: 'oauth',
  environment: 'sandbox',
  label: 'ada@home.example',
  account: { subject: '1', email: 'ada@home.example' },
  status: 'active',
  features,
  missingFeatures: [],
  defaultFor: features,
  settings: {},
  createdAt: instant,
  updatedAt: instant,
});

/** The person's accounts: the first may do everything, the others follow in their order. */
export const connections = (world: World) => [
  connection(world),
  ...(world.ambiguous ? [{ ...connection(world), id: id(2), label: 'ada@work.example' }] : []),
  ...(world.others ?? []).map(({ provider, title, label }, at) => ({
    ...connection({}),
    id: id(11 + at),
    provider,
    providerTitle: title,
    label,
  })),
];
