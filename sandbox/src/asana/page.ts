import { html, type Html } from '../kit/html.ts';
import type { SandboxKit } from '../kit/world.ts';
import { users, type AsanaUser } from './accounts.ts';
import { asanaState, type AsanaState, type StoredTask } from './state.ts';

const nameOf = (id: string | null): string | undefined => users.find((user) => user.id === id)?.name;

/** The projects of an account with their sections, its own tasks, or one task that a link names. */
export function accountView(kit: SandboxKit, user: AsanaUser, query: URLSearchParams): Html {
  const state = asanaState(kit);
  const chosen = Object.hasOwn(state.tasks, query.get('task') ?? '') ? state.tasks[query.get('task')!] : undefined;
  const projects = Object.values(state.projects).filter(({ workspace }) => user.workspaces.includes(workspace));
  const tasks = Object.values(state.tasks);
  const own = tasks.filter(({ assignee, places, parent }) => assignee === user.id && places.length === 0 && !parent);
  return html`${chosen && user.workspaces.includes(chosen.workspace) && taskView(state, chosen)}
    <div class="columns">
      ${projects.map(
        (project) =>
          html`<section class="card" aria-labelledby="project-${project.gid}">
            <h2 id="project-${project.gid}">${project.name}</h2>
            <p class="soft">${project.notes}</p>
            ${project.sections.map(({ gid, name }) => {
              const inside = tasks.filter(({ places }) => places.some(({ section }) => section === gid));
              return html`<h3>${name}</h3>
                <ul>
                  ${inside.map((task) => taskRow(state, user, task))}
                </ul>`;
            })}
          </section>`,
      )}
      <section class="card" aria-labelledby="own">
        <h2 id="own">My tasks without a project</h2>
        <ul>
          ${own.map((task) => taskRow(state, user, task))}
        </ul>
      </section>
    </div>`;
}

function taskRow(state: AsanaState, user: AsanaUser, task: StoredTask): Html {
  const comments = state.stories.filter(({ task: of, kind }) => of === task.gid && kind === 'comment_added').length;
  const facts = [
    task.completed && 'done',
    nameOf(task.assignee),
    task.dueOn && `due ${task.dueOn}`,
    comments > 0 && `${comments} comments`,
  ].filter(Boolean);
  return html`<li class="item">
    <a href="/?provider=asana&amp;account=${user.id}&amp;task=${task.gid}"
      ><strong>${task.name || '(no name)'}</strong></a
    >
    <div class="soft">${facts.join(' · ')}</div>
  </li>`;
}

function taskView(state: AsanaState, task: StoredTask): Html {
  const steps = Object.values(state.tasks).filter(({ parent }) => parent === task.gid);
  const stories = state.stories.filter(({ task: of }) => of === task.gid);
  const files = state.attachments.filter(({ task: of }) => of === task.gid);
  return html`<section class="card" aria-labelledby="task">
    <h2 id="task">${task.name || '(no name)'}</h2>
    <p class="soft">
      ${task.completed ? 'Done' : 'Open'}${task.assignee && ` · ${nameOf(task.assignee)}`}${task.dueOn && ` · due ${task.dueOn}`}
    </p>
    ${task.notes && html`<pre>${task.notes}</pre>`}
    <ul>
      ${steps.map(({ name, completed }) => html`<li class="item">${name}${completed && ' · done'}</li>`)}
      ${files.map(({ name, size }) => html`<li class="item">File: ${name} · ${size} bytes</li>`)}
      ${stories.map(
        ({ by, at, text }) =>
          html`<li class="item">
            <strong>${nameOf(by)}</strong> ${text}
            <div class="soft">${at.slice(0, 16).replace('T', ' ')}</div>
          </li>`,
      )}
    </ul>
  </section>`;
}
