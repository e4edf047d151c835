import { dayFrom, momentAgo, projects, type SeedTask } from '../../seed/projects.ts';
import { googleAccounts, type GoogleAccount } from '../accounts.ts';
import type { StoredList, StoredTask, TasksState } from '../tasks/state.ts';

/** What each account has on its own list, besides the studio's work. */
const own: Readonly<Record<string, readonly SeedTask[]>> = {
  'ada.marsh.demo@gmail.com': [
    { key: 'present', title: "Present for Imogen's birthday", stage: 'To do', dueInDays: 5, notes: 'Something for the yoga mat?' },
    { key: 'insurance', title: 'Renew the insurance', stage: 'To do', dueInDays: 20 },
    { key: 'packing', title: 'Pack for Lisbon', stage: 'To do', dueInDays: 17, steps: [{ title: 'Passport', done: false }, { title: 'Charger', done: true }] },
    { key: 'dentist', title: 'Ask for a dentist appointment', stage: 'Done', doneDaysAgo: 9 },
  ],
  'jonas.weld.demo@gmail.com': [
    { key: 'car', title: 'Winter tyres', stage: 'To do', dueInDays: 6 },
    { key: 'school', title: 'Sign the school form', stage: 'To do', dueInDays: 1 },
  ],
}; // prettier-ignore

function tasksFrom(plans: readonly SeedTask[], now: number): StoredTask[] {
  return plans.flatMap((plan) => {
    const task = taskFrom(plan, now);
    const steps = (plan.steps ?? []).map((step, at): StoredTask => {
      const done = step.done
        ? ({ status: 'completed', completed: task.updated } as const)
        : { status: 'needsAction' as const };
      return { id: `${task.id}-${at + 1}`, title: step.title, parent: task.id, updated: task.updated, ...done };
    });
    return [task, ...steps];
  });
}

function taskFrom(plan: SeedTask, now: number): StoredTask {
  const updated = momentAgo(now, plan.doneDaysAgo ?? 4);
  const done = plan.stage === 'Done';
  return {
    id: `task-${plan.key}`,
    title: plan.title,
    ...(plan.notes && { notes: plan.notes }),
    ...(plan.dueInDays !== undefined && { due: dayFrom(now, plan.dueInDays) }),
    status: done ? 'completed' : 'needsAction',
    ...(done && { completed: updated, hidden: true }),
    updated,
  };
}

function listsFor(account: GoogleAccount, now: number): StoredList[] {
  const updated = momentAgo(now, 1);
  const mine = { id: 'list-own', title: 'My Tasks', updated, tasks: tasksFrom(own[account.email] ?? [], now) };
  const shared = projects.flatMap((project): StoredList[] => {
    const tasks = tasksFrom(
      project.tasks.filter(({ assignee }) => assignee === account.email),
      now,
    );
    return tasks.length > 0 ? [{ id: `list-${project.key}`, title: project.title, updated, tasks }] : [];
  });
  return [mine, ...shared];
}

/** A list of each account's own, and one for every project with work for it. */
export const seedTasks = (now: number): TasksState => ({
  next: 1,
  lists: Object.fromEntries(googleAccounts.map((account) => [account.id, listsFor(account, now)])),
});
