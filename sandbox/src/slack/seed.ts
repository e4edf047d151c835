import type { SandboxKit } from '../kit/world.ts';
import { channels as talks } from '../seed/talk.ts';
import { memberByEmail } from './people.ts';
import { tsOf, type Channel, type Message, type SlackState } from './state.ts';

const idOf: Readonly<Record<string, string>> = {
  general: 'C0GENERAL01',
  harborline: 'C0HARBORLINE',
  random: 'C0RANDOM001',
};
const created = 1_690_000_000;
const [ada, jonas, priya, mei] = ['U0ADAMARSH', 'U0JONASWELD', 'U0PRIYANANDAKUMAR', 'U0MEIOKAFOR'] as const;

const direct = (id: string, ...members: string[]): Channel => ({
  id,
  kind: 'im',
  name: '',
  about: '',
  created,
  members,
});

/** The studio's channels with a thread, a private channel, and direct messages. */
export function seed(kit: SandboxKit): SlackState {
  const now = Math.floor(kit.clock() / 1000);
  const open = talks.map(({ key, title, about, members }): Channel => {
    const ids = members.map((email) => memberByEmail(email).id);
    return { id: idOf[key]!, kind: 'public', name: title, about, created, members: ids };
  });
  const said = (channel: string, ts: string, user: string, text: string, more: Partial<Message> = {}): Message => ({
    ts,
    channel,
    user,
    text,
    reactions: {},
    ...more,
  });
  const thread = '1700000000.000100';
  const early = [
    said(
      'C0GENERAL01',
      thread,
      jonas,
      'The heating will be repaired <!date^1700100000^{date}|tomorrow>. Bring a jumper.',
    ),
    said('C0GENERAL01', '1700000000.000150', mei, 'I have two to lend.', { threadTs: thread }),
    said('C0GENERAL01', '1700000000.000200', mei, 'Who is at the studio? <@U0ADAMARSH>?', {
      reactions: { thumbsup: [ada, priya] },
    }),
    said('C0GENERAL01', '1700000000.000300', ada, 'On my way.'),
    said(
      'G0STUDIOOPS',
      '1700000000.000400',
      jonas,
      'Lease draft &amp; notes: <https://brandtlegal.example/lease|the draft>',
    ),
    said('D0ADAPRIYA1', '1700000000.000500', priya, 'Shall we look at the sketch together?'),
    said('D0ADAJONAS1', '1700000000.000600', jonas, 'Coffee?'),
  ];
  const late = talks.flatMap(({ key, messages }) =>
    messages.map(({ by, minutesAgo, text }, index) =>
      said(idOf[key]!, tsOf((now - minutesAgo * 60) * 1_000_000 + 100 + index), memberByEmail(by).id, text),
    ),
  );
  return {
    channels: [
      ...open,
      {
        id: 'C0SUPPLIERS',
        kind: 'public',
        name: 'suppliers',
        about: 'Printers, paper, parcels.',
        created,
        members: [mei],
      },
      {
        id: 'G0STUDIOOPS',
        kind: 'private',
        name: 'studio-ops',
        about: 'Lease and hiring.',
        created,
        members: [ada, jonas],
      },
      direct('D0ADAPRIYA1', ada, priya),
      direct('D0ADAJONAS1', ada, jonas),
    ],
    messages: [...early, ...late].toSorted((a, b) => a.ts.localeCompare(b.ts)),
    files: [],
    lastTs: now * 1_000_000,
  };
}
