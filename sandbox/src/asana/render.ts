import { users, workspaces } from './accounts.ts';
import type { AsanaState, StoredAttachment, StoredProject, StoredStory, StoredTask } from './state.ts';

export type Shape = Record<string, unknown>;

const named = (type: string, entry: { gid: string; name: string } | undefined): Shape | null =>
  entry ? { gid: entry.gid, resource_type: type, name: entry.name } : null;

const compactUser = (id: string | null): Shape | null => {
  const user = users.find((one) => one.id === id);
  return user ? { gid: user.id, resource_type: 'user', name: user.name } : null;
};
const compactWorkspace = (gid: string): Shape =>
  named(
    'workspace',
    workspaces.find((one) => one.gid === gid),
  )!;
const compactSection = (project: StoredProject, gid: string): Shape | null =>
  named(
    'section',
    project.sections.find((one) => one.gid === gid),
  );
const compactTask = ({ gid, name }: StoredTask): Shape => ({
  gid,
  resource_type: 'task',
  name,
  resource_subtype: 'default_task',
});

export const fullUser = (id: string): Shape => {
  const user = users.find((one) => one.id === id)!;
  const picture = (side: number): string => `https://s3.amazonaws.com/profile_photos/sandbox-${id}.${side}x${side}.png`;
  return {
    ...compactUser(id),
    email: user.email,
    photo: Object.fromEntries([21, 27, 36, 60, 128, 1024].map((side) => [`image_${side}x${side}`, picture(side)])),
    workspaces: user.workspaces.map(compactWorkspace),
  };
};

export const fullWorkspace = (gid: string): Shape => ({
  ...compactWorkspace(gid),
  email_domains: [],
  is_organization: false,
});

export const fullSection = (project: StoredProject, gid: string): Shape => ({
  ...compactSection(project, gid),
  created_at: project.createdAt,
  project: named('project', project),
  projects: [named('project', project)],
});

export const fullProject = (project: StoredProject): Shape => ({
  ...named('project', project),
  archived: project.archived,
  color: 'light-green',
  created_at: project.createdAt,
  default_view: 'board',
  due_on: null,
  members: project.members.map(compactUser),
  modified_at: project.createdAt,
  notes: project.notes,
  owner: compactUser(project.owner),
  permalink_url: `https://app.asana.com/0/${project.gid}`,
  workspace: compactWorkspace(project.workspace),
});

/** The whole record as its client sees it. */
export function fullTask(state: AsanaState, task: StoredTask, clientId: string): Shape {
  const parent = task.parent === undefined ? undefined : state.tasks[task.parent];
  const memberships = task.places.map(({ project, section }) => ({
    project: named('project', state.projects[project]),
    section: compactSection(state.projects[project]!, section),
  }));
  const { external } = task;
  return {
    ...compactTask(task),
    assignee: compactUser(task.assignee),
    assignee_status: 'inbox',
    completed: task.completed,
    completed_at: task.completedAt ?? null,
    created_at: task.createdAt,
    created_by: compactUser(task.createdBy),
    due_at: task.dueAt,
    due_on: task.dueOn,
    followers: task.followers.map(compactUser),
    hearted: false,
    liked: false,
    memberships,
    modified_at: task.modifiedAt,
    notes: task.notes,
    num_likes: 0,
    num_subtasks: Object.values(state.tasks).filter(({ parent: of }) => of === task.gid).length,
    parent: parent ? compactTask(parent) : null,
    permalink_url: `https://app.asana.com/0/0/${task.gid}/f`,
    projects: memberships.map(({ project }) => project),
    start_on: null,
    tags: [],
    workspace: compactWorkspace(task.workspace),
    ...(external?.clientId === clientId && {
      external: { gid: external.gid, ...(external.data !== undefined && { data: external.data }) },
    }),
  };
}

export const fullStory = (state: AsanaState, story: StoredStory): Shape => ({
  gid: story.gid,
  resource_type: 'story',
  created_at: story.at,
  created_by: compactUser(story.by),
  resource_subtype: story.kind,
  text: story.text,
  type: story.kind === 'comment_added' ? 'comment' : 'system',
  is_editable: story.kind === 'comment_added',
  is_edited: false,
  is_pinned: false,
  num_likes: 0,
  target: compactTask(state.tasks[story.task]!),
});

export const fullAttachment = (state: AsanaState, attachment: StoredAttachment): Shape => ({
  gid: attachment.gid,
  resource_type: 'attachment',
  name: attachment.name,
  resource_subtype: 'asana',
  created_at: attachment.at,
  download_url: null,
  permanent_url: `https://app.asana.com/app/asana/-/get_asset?asset_id=${attachment.gid}`,
  host: 'asana',
  parent: compactTask(state.tasks[attachment.task]!),
  size: attachment.size,
  view_url: null,
  connected_to_app: false,
});
