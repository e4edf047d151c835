import { csv, png, type SeedFile } from '../seed/files.ts';
import { momentAgo, projectBy, type SeedTask } from '../seed/projects.ts';
import type { SandboxKit } from '../kit/world.ts';
import { loginBy } from './accounts.ts';
import type { GithubState, StoredIssue, StoredRepository } from './state.ts';

const text = (name: string, content: string): SeedFile => ({ name, type: 'text/plain', bytes: Buffer.from(content) });

const sources = [
  {
    id: 811_001, fullName: 'fernhill-studio/harborline-site', isPrivate: false, language: 'TypeScript', project: 'harborline',
    files: [
      text('README.md', '# Harborline tracking site\n\nWhere is my container? Pages, data export, launch.\n'),
      text('src/quay-map.ts', "export const berths = ['A1', 'A2', 'B1'];\n"),
      csv('data/export-sample.csv', [['container', 'port', 'eta'], ['HLXU 204418', 'Rotterdam', '14:20']]),
      png('docs/quay-map.png', [70, 120, 190]),
    ],
  },
  {
    id: 811_002, fullName: 'fernhill-studio/tidal-map', isPrivate: true, language: 'TypeScript', project: 'tidalmaps',
    files: [text('README.md', '# Tidal map prototype\n\nA tide map that works on a phone in the rain.\n'), text('notes/licence.md', 'Read the map data licence before the demo.\n')],
  },
  {
    id: 811_003, fullName: 'ada-marsh/field-notes', isPrivate: false, language: null, project: undefined,
    files: [text('README.md', '# Field notes\n\nThings that were worth writing down.\n')],
  },
] as const; // prettier-ignore

const pulls = [
  { title: 'Quay map: first sketch', from: 'quay-map', draft: false, mergedDaysAgo: undefined, body: 'Closes #3.' },
  { title: 'Name the columns of the export', from: 'export-columns', draft: false, mergedDaysAgo: 4, body: '' },
] as const;

/** The studio's repositories with the shared projects' tasks as issues, in their order. */
export function seedGithub(kit: SandboxKit): GithubState {
  const now = kit.clock();
  const state: GithubState = { repositories: {}, issues: {}, comments: [], notifications: [], nextId: 30_001 };
  for (const { id, fullName, isPrivate, language, project, files } of sources) {
    const seeded = project === undefined ? undefined : projectBy(project);
    state.repositories[fullName] = {
      id,
      fullName,
      description: seeded?.about ?? 'Notes of Ada Marsh.',
      isPrivate,
      language,
      members: seeded ? seeded.members.map(loginBy) : ['ada-marsh'],
      files: Object.fromEntries(files.map(({ name, bytes }) => [name, kit.store.putBlob(bytes)])),
      createdAt: momentAgo(now, 60),
      pushedAt: momentAgo(now, id - 811_000),
    } satisfies StoredRepository;
    if (seeded) addIssues(state, fullName, seeded.tasks.slice(0, 4), now);
    if (project === 'harborline') addPulls(state, fullName, now);
  }
  addNotifications(state, now);
  return state;
}

function addIssues(state: GithubState, repository: string, tasks: readonly SeedTask[], now: number): void {
  tasks.forEach((task, at) => {
    const issue = base(state, repository, at + 1, momentAgo(now, 20 - at));
    const done = task.doneDaysAgo !== undefined ? momentAgo(now, task.doneDaysAgo) : null;
    const steps = (task.steps ?? []).map(({ title, done: ticked }) => `- [${ticked ? 'x' : ' '}] ${title}`).join('\n');
    state.issues[`${repository}#${at + 1}`] = {
      ...issue,
      title: task.title,
      body: [task.notes, steps].filter(Boolean).join('\n\n') || null,
      state: done ? 'closed' : 'open',
      stateReason: done ? 'completed' : null,
      assignees: task.assignee ? [loginBy(task.assignee)] : [],
      labels: [task.stage === 'In progress' ? 'in progress' : 'enhancement'],
      closedAt: done,
      updatedAt: done ?? issue.updatedAt,
    };
    for (const { by, daysAgo, text: body } of task.comments ?? []) {
      const when = momentAgo(now, daysAgo, 9);
      const id = state.nextId++;
      state.comments.push({
        id,
        repository,
        number: at + 1,
        author: loginBy(by),
        body,
        createdAt: when,
        updatedAt: when,
      });
    }
  });
}

function addPulls(state: GithubState, repository: string, now: number): void {
  pulls.forEach(({ title, from, draft, mergedDaysAgo, body }, at) => {
    const mergedAt = mergedDaysAgo === undefined ? null : momentAgo(now, mergedDaysAgo);
    state.issues[`${repository}#${at + 5}`] = {
      ...base(state, repository, at + 5, momentAgo(now, 6)),
      title,
      body: body || null,
      state: mergedAt ? 'closed' : 'open',
      assignees: ['ada-marsh'],
      closedAt: mergedAt,
      pull: { from, draft, mergedAt, files: [{ path: 'src/quay-map.ts', status: 'modified', added: 12, removed: 3 }] },
    };
  });
}

const base = (state: GithubState, repository: string, number: number, createdAt: string): StoredIssue => ({
  id: state.nextId++,
  repository,
  number,
  title: '',
  body: null,
  state: 'open',
  stateReason: null,
  author: number > 4 ? 'tomas-lindqvist' : 'ada-marsh',
  assignees: [],
  labels: [],
  createdAt,
  updatedAt: createdAt,
  closedAt: null,
});

function addNotifications(state: GithubState, now: number): void {
  const repository = 'fernhill-studio/harborline-site';
  const seeded = [['ada-marsh', 2, 'author', 0], ['ada-marsh', 5, 'review_requested', 1], ['ada-marsh', 6, 'subscribed', 4], ['jonas-weld', 1, 'mention', 2]] as const; // prettier-ignore
  seeded.forEach(([login, number, reason, daysAgo], at) => {
    const isUnread = reason !== 'subscribed';
    const updatedAt = momentAgo(now, daysAgo, 8);
    const lastReadAt = isUnread ? null : updatedAt;
    state.notifications.push({
      id: String(9001 + at),
      login,
      repository,
      number,
      reason,
      updatedAt,
      isUnread,
      lastReadAt,
    });
  });
}
