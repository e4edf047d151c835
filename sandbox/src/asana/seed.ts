import { dayFrom, momentAgo, projects, stages, type SeedTask } from '../seed/projects.ts';
import { ada, jonas } from '../seed/cast.ts';
import { household, studio, userOfPerson } from './accounts.ts';
import type { AsanaState, StoredProject, StoredTask } from './state.ts';

const gid = (number: number): string => String(1_200_000_000_000_000 + number);

/** Each shared project with its tasks, steps and comments, and a few things that only one person sees. */
export function seedAsana(now: number): AsanaState {
  const state: AsanaState = { next: 5001, projects: {}, tasks: {}, stories: [], attachments: [] };
  let task = 1001;
  let subtask = 2001;
  let story = 3001;
  projects.forEach((seeded, at) => {
    const project = projectOf(seeded, 101 + at, now);
    state.projects[project.gid] = project;
    for (const planned of seeded.tasks) {
      const stored = taskOf(planned, gid(task++), now);
      const section = project.sections[stages.indexOf(planned.stage)]!;
      stored.places.push({ project: project.gid, section: section.gid });
      state.tasks[stored.gid] = stored;
      for (const step of planned.steps ?? []) {
        const child = { ...plain(gid(subtask++), step.title, stored.createdBy, now), parent: stored.gid };
        state.tasks[child.gid] = { ...child, completed: step.done };
      }
      for (const { by, daysAgo, text } of planned.comments ?? []) {
        const at = momentAgo(now, daysAgo, 11);
        const entry = { gid: gid(story++), task: stored.gid, kind: 'comment_added', text, by: userOfPerson(by).id, at };
        state.stories.push(entry as (typeof state.stories)[number]);
      }
    }
  });
  for (const own of ownTasks(now)) state.tasks[own.gid] = own;
  return state;
}

function projectOf(
  { title, about, owner, members }: (typeof projects)[number],
  number: number,
  now: number,
): StoredProject {
  const first = (number - 100) * 10 + 101;
  return {
    gid: gid(number),
    workspace: studio.gid,
    name: title,
    notes: about,
    owner: userOfPerson(owner).id,
    members: members.map((email) => userOfPerson(email).id),
    archived: false,
    sections: stages.map((name, at) => ({ gid: gid(first + at), name })),
    createdAt: momentAgo(now, 45),
  };
}

const plain = (id: string, name: string, createdBy: string, now: number, workspace = studio.gid): StoredTask => ({
  gid: id,
  workspace,
  name,
  notes: '',
  completed: false,
  dueOn: null,
  dueAt: null,
  assignee: null,
  places: [],
  createdBy,
  createdAt: momentAgo(now, 30),
  modifiedAt: momentAgo(now, 2),
  followers: [createdBy],
});

function taskOf(planned: SeedTask, id: string, now: number): StoredTask {
  const assignee = planned.assignee === undefined ? null : userOfPerson(planned.assignee).id;
  const createdAt = new Date(Date.parse(momentAgo(now, 28)) + Number(id.slice(-3)) * 60_000).toISOString();
  return {
    ...plain(id, planned.title, assignee ?? userOfPerson(ada.email).id, now),
    notes: planned.notes ?? '',
    assignee,
    createdAt,
    completed: planned.stage === 'Done',
    ...(planned.doneDaysAgo !== undefined && { completedAt: momentAgo(now, planned.doneDaysAgo, 16) }),
    dueOn: planned.dueInDays === undefined ? null : dayFrom(now, planned.dueInDays),
  };
}

function ownTasks(now: number): StoredTask[] {
  const [adaId, jonasId] = [userOfPerson(ada.email).id, userOfPerson(jonas.email).id];
  const own = (number: number, name: string, who: string, dueInDays: number, workspace?: string): StoredTask => ({
    ...plain(gid(number), name, who, now, workspace),
    assignee: who,
    dueOn: dayFrom(now, dueInDays),
  });
  return [
    own(1101, 'Renew the insurance', adaId, 24),
    own(1102, 'Buy ice for Saturday', adaId, 1),
    own(1111, 'Car service: ask for the winter tyres', jonasId, 6, household.gid),
    own(1112, 'School run rota for December', jonasId, 9, household.gid),
  ];
}
