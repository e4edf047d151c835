import { dayFrom, momentAgo, projects, stages, type SeedTask } from '../seed/projects.ts';
import { users, userBy, type TodoistUser } from './accounts.ts';
import { idOf } from './ids.ts';
import type { StoredTask, TodoistState } from './state.ts';

const userOf = (email: string): TodoistUser => userBy(email)!;

/** The shared projects with their sections, and an inbox for each person. */
export function seedTodoist(now: number): TodoistState {
  const state: TodoistState = { next: 5001, projects: {}, tasks: {}, comments: [] };
  for (const { id, inbox } of users)
    state.projects[inbox] = { id: inbox, name: 'Inbox', description: '', inbox: true, members: [id], sections: [] };
  let number = 1001;
  projects.forEach(({ title, about, members, tasks }, at) => {
    const project = idOf('P', 101 + at);
    const sections = stages.map((name, stage) => ({ id: idOf('S', (at + 1) * 10 + 101 + stage), name }));
    const people = members.map((email) => userOf(email).id);
    state.projects[project] = { id: project, name: title, description: about, inbox: false, members: people, sections };
    for (const planned of tasks) {
      const task = taskOf(planned, idOf('T', number++), project, now);
      state.tasks[task.id] = { ...task, section: sections[stages.indexOf(planned.stage)]!.id };
      addDetails(state, planned, task, now);
    }
  });
  for (const own of ownTasks(now)) state.tasks[own.id] = own;
  return state;
}

const plain = (id: string, content: string, project: string, by: string, now: number): StoredTask => ({
  id,
  addedBy: by,
  addedAt: momentAgo(now, 28),
  project,
  section: null,
  content,
  description: '',
  labels: [],
  priority: 1,
  responsible: null,
  due: null,
  checked: false,
  completedAt: null,
  updatedAt: momentAgo(now, 2),
});

const dueOn = (now: number, days: number): StoredTask['due'] => {
  const date = dayFrom(now, days);
  return { date, timezone: null, string: date, lang: 'en', is_recurring: false };
};

function taskOf(planned: SeedTask, id: string, project: string, now: number): StoredTask {
  const who = userOf(planned.assignee ?? users[0]!.email).id;
  const doneAt = planned.doneDaysAgo === undefined ? null : momentAgo(now, planned.doneDaysAgo, 16);
  return {
    ...plain(id, planned.title, project, who, now),
    description: planned.notes ?? '',
    responsible: planned.assignee === undefined ? null : who,
    due: planned.dueInDays === undefined ? null : dueOn(now, planned.dueInDays),
    checked: doneAt !== null,
    completedAt: doneAt,
  };
}

function addDetails(state: TodoistState, planned: SeedTask, task: StoredTask, now: number): void {
  for (const { title, done } of planned.steps ?? []) {
    const step = plain(idOf('T', state.next++), title, task.project, task.addedBy, now);
    const completedAt = done ? momentAgo(now, 3) : null;
    state.tasks[step.id] = { ...step, section: task.section, parent: task.id, checked: done, completedAt };
  }
  for (const { by, daysAgo, text } of planned.comments ?? []) {
    const at = momentAgo(now, daysAgo, 11);
    state.comments.push({ id: idOf('C', state.next++), task: task.id, by: userOf(by).id, at, content: text });
  }
}

function ownTasks(now: number): StoredTask[] {
  const [ada, jonas] = users as readonly [TodoistUser, TodoistUser];
  const own = (number: number, content: string, { id, inbox }: TodoistUser, more: Partial<StoredTask>): StoredTask => ({
    ...plain(idOf('T', number), content, inbox, id, now),
    ...more,
  });
  const weekly = { date: dayFrom(now, 3), timezone: null, string: 'every monday', lang: 'en', is_recurring: true };
  return [
    own(1101, 'Buy ice for Saturday', ada, { due: dueOn(now, 1), priority: 3, labels: ['errands'] }),
    own(1102, 'Water the plants', ada, { due: weekly }),
    own(1111, 'Ask for the winter tyres', jonas, { due: dueOn(now, 6) }),
  ];
}
