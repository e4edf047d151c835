import { users } from './accounts.ts';
import type { StoredComment, StoredProject, StoredTask, TodoistState } from './state.ts';

/** A task in the shape of API v1. */
export const taskView = (state: TodoistState, task: StoredTask): Readonly<Record<string, unknown>> => ({
  id: task.id,
  user_id: task.addedBy,
  project_id: task.project,
  section_id: task.section,
  parent_id: task.parent ?? null,
  added_by_uid: task.addedBy,
  assigned_by_uid: task.responsible === null ? null : task.addedBy,
  responsible_uid: task.responsible,
  labels: task.labels,
  deadline: null,
  duration: null,
  is_collapsed: false,
  checked: task.checked,
  is_deleted: false,
  added_at: task.addedAt,
  completed_at: task.completedAt,
  updated_at: task.updatedAt,
  due: task.due,
  priority: task.priority,
  child_order: 1,
  content: task.content,
  description: task.description,
  note_count: state.comments.filter((comment) => comment.task === task.id).length,
  day_order: -1,
});

export const projectView = (project: StoredProject): Readonly<Record<string, unknown>> => ({
  id: project.id,
  name: project.name,
  description: project.description,
  color: 'charcoal',
  parent_id: null,
  child_order: 1,
  is_collapsed: false,
  is_shared: project.members.length > 1,
  can_assign_tasks: project.members.length > 1,
  is_favorite: false,
  is_archived: false,
  is_deleted: false,
  inbox_project: project.inbox,
  view_style: 'list',
});

export const sectionView = (
  project: StoredProject,
  { id, name }: StoredProject['sections'][number],
): Readonly<Record<string, unknown>> => ({
  id,
  user_id: project.members[0],
  project_id: project.id,
  name,
  section_order: project.sections.findIndex((section) => section.id === id) + 1,
  is_archived: false,
  is_deleted: false,
  is_collapsed: false,
});

export const commentView = ({ id, task, by, at, content }: StoredComment): Readonly<Record<string, unknown>> => ({
  id,
  posted_uid: by,
  content,
  file_attachment: null,
  uids_to_notify: null,
  is_deleted: false,
  posted_at: at,
  reactions: null,
  item_id: task,
});

export const userView = (id: string): Readonly<Record<string, unknown>> => {
  const user = users.find((one) => one.id === id)!;
  return {
    id,
    email: user.email,
    full_name: user.name,
    avatar_medium: `https://dcff1xvirvpfp.cloudfront.net/sandbox-${id}_medium.jpg`,
    inbox_project_id: user.inbox,
    is_premium: true,
    lang: 'en',
  };
};
