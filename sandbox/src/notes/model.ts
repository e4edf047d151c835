import { ada, jonas } from '../seed/cast.ts';
import { projects, momentAgo } from '../seed/projects.ts';

/** A person of the notes API, with the credentials that open their notes. */
export interface Writer {
  readonly id: string;
  readonly title: string;
  readonly user: string;
  readonly key: string;
}

export const origin = 'https://notes.fernhill.example';

export const writers: readonly Writer[] = [
  { id: ada.email, title: ada.name, user: 'ada', key: 'fn_sandbox_ada_5d41402abc4b' },
  { id: jonas.email, title: jonas.name, user: 'jonas', key: 'fn_sandbox_jonas_7b2a1c9e' },
];

export const writerBy = (id: string): Writer | undefined => writers.find((writer) => writer.id === id);

export interface Note {
  readonly id: string;
  title: string;
  text: string;
  readonly createdAt: string;
  changedAt: string;
}

export interface Notebook {
  next: number;
  notes: Note[];
}

/** A note about each project that the writer works on. */
export function seedNotebook({ id, user }: Writer, now: number): Notebook {
  const own = projects.filter(({ members }) => members.includes(id));
  const notes = own.map((project, at): Note => {
    const createdAt = momentAgo(now, at + 1);
    const open = project.tasks.filter(({ stage }) => stage !== 'Done').map(({ title }) => `- ${title}`);
    const text = `${project.about}\n\nOpen:\n${open.join('\n')}`;
    return { id: `note-${user}-${at + 1}`, title: project.title, text, createdAt, changedAt: createdAt };
  });
  return { next: notes.length + 1, notes };
}
