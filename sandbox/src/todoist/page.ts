import { html, type Html } from '../kit/html.ts';
import type { SandboxKit } from '../kit/world.ts';
import { users, type TodoistUser } from './accounts.ts';
import { todoistState, type StoredTask, type TodoistState } from './state.ts';

const nameOf = (id: string | null): string | undefined => users.find((user) => user.id === id)?.name;

/** The projects of an account with their tasks, or one task that a link names. */
export function accountView(kit: SandboxKit, user: TodoistUser, query: URLSearchParams): Html {
  const state = todoistState(kit);
  const projects = Object.values(state.projects).filter(({ members }) => members.includes(user.id));
  const chosen = Object.hasOwn(state.tasks, query.get('task') ?? '') ? state.tasks[query.get('task')!] : undefined;
  return html`${chosen && projects.some(({ id }) => id === chosen.project) && taskView(state, chosen)}
    <div class="columns">
      ${projects.map((project) => {
        const tasks = Object.values(state.tasks).filter((task) => task.project === project.id && !task.parent);
        const groups = [{ id: null, name: '' }, ...project.sections];
        return html`<section class="card" aria-labelledby="project-${project.id}">
          <h2 id="project-${project.id}">${project.name}</h2>
          <p class="soft">${project.description}</p>
          ${groups.map(({ id, name }) => {
            const inside = tasks.filter(({ section }) => section === id);
            return (
              inside.length > 0 &&
              html`${name && html`<h3>${name}</h3>`}
                <ul>
                  ${inside.map((task) => taskRow(state, user, task))}
                </ul>`
            );
          })}
        </section>`;
      })}
    </div>`;
}

function taskRow(state: TodoistState, user: TodoistUser, task: StoredTask): Html {
  const comments = state.comments.filter((comment) => comment.task === task.id).length;
  const facts = [
    task.checked && 'done',
    nameOf(task.responsible),
    task.due && `due ${task.due.date.slice(0, 10)}${task.due.is_recurring ? `, ${task.due.string}` : ''}`,
    comments > 0 && `${comments} comments`,
  ].filter(Boolean);
  return html`<li class="item">
    <a href="/?provider=todoist&amp;account=${user.id}&amp;task=${task.id}"><strong>${task.content}</strong></a>
    <div class="soft">${facts.join(' · ')}</div>
  </li>`;
}

function taskView(state: TodoistState, task: StoredTask): Html {
  const steps = Object.values(state.tasks).filter(({ parent }) => parent === task.id);
  const comments = state.comments.filter((comment) => comment.task === task.id);
  return html`<section class="card" aria-labelledby="task">
    <h2 id="task">${task.content}</h2>
    <p class="soft">${task.checked ? 'Done' : 'Open'}${task.due && ` · due ${task.due.date.slice(0, 10)}`}</p>
    ${task.description && html`<pre>${task.description}</pre>`}
    <ul>
      ${steps.map(({ content, checked }) => html`<li class="item">${content}${checked && ' · done'}</li>`)}
      ${comments.map(
        ({ by, at, content }) =>
          html`<li class="item">
            <strong>${nameOf(by)}</strong> ${content}
            <div class="soft">${at.slice(0, 16).replace('T', ' ')}</div>
          </li>`,
      )}
    </ul>
  </section>`;
}
