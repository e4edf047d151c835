import { html, type Html } from '../kit/html.ts';
import type { SandboxKit } from '../kit/world.ts';
import type { GithubUser } from './accounts.ts';
import { githubState, type GithubState, type StoredIssue } from './state.ts';

/** The repositories of an account with their issues, pull requests and files, and its notifications. */
export function accountView(kit: SandboxKit, { login }: GithubUser): Html {
  const state = githubState(kit);
  const repositories = Object.values(state.repositories).filter(({ members }) => members.includes(login));
  const notifications = state.notifications.filter((one) => one.login === login);
  return html`<div class="columns">
    ${repositories.map(
      ({ fullName, description, isPrivate, files }) =>
        html`<section class="card" aria-label="${fullName}">
          <h2>${fullName}</h2>
          <p class="soft">${isPrivate ? 'Private' : 'Public'} · ${description}</p>
          <ul>
            ${Object.values(state.issues)
              .filter(({ repository }) => repository === fullName)
              .sort((a, b) => b.number - a.number)
              .map((issue) => issueRow(state, issue))}
          </ul>
          <h3>Files</h3>
          <p class="soft">${Object.keys(files).sort().join(' · ')}</p>
        </section>`,
    )}
    <section class="card" aria-labelledby="notifications">
      <h2 id="notifications">Notifications</h2>
      <ul>
        ${notifications.map(
          ({ repository, number, reason, isUnread }) =>
            html`<li class="${isUnread ? 'item unread' : 'item'}">
              <strong>${state.issues[`${repository}#${number}`]?.title}</strong>
              <div class="soft">
                ${repository}#${number} · ${reason.replaceAll('_', ' ')} · ${isUnread ? 'unread' : 'read'}
              </div>
            </li>`,
        )}
      </ul>
    </section>
  </div>`;
}

function issueRow(state: GithubState, issue: StoredIssue): Html {
  const comments = state.comments.filter(
    ({ repository, number }) => repository === issue.repository && number === issue.number,
  );
  const facts = [issue.pull?.mergedAt ? 'merged' : issue.state, ...issue.labels, ...issue.assignees];
  return html`<li class="item">
    <strong>#${issue.number} ${issue.title}</strong>
    <div class="soft">${issue.pull ? 'Pull request' : 'Issue'} · ${facts.join(' · ')}</div>
    ${issue.body && html`<pre>${issue.body}</pre>`}
    ${comments.map(({ author, body }) => html`<div class="soft">${author}: ${body}</div>`)}
  </li>`;
}
