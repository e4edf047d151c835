import {
  type ConnectionId,
  HubError,
  type Task,
  tasksComplete,
  tasksCreate,
  tasksListLists,
  tasksSearch,
} from '@switchboard/contracts';
import { Injectable } from '@nestjs/common';
import type { Listed } from './conversation.ts';
import { dueAsAsked, dueDay, sayDue } from './due.ts';
import { askWhich, atAccount, calledLike, counted, settledAs } from './picking.ts';
import { ProposingService } from './proposing.service.ts';
import { ReadsService } from './reads.service.ts';
import { Ask, type Kept, sayText, type Turn } from './turn.ts';

const mostRead = 100;

/** Answers what is said of tasks, at whichever account keeps them. */
@Injectable()
export class TaskAnswersService {
  constructor(
    private readonly reads: ReadsService,
    private readonly proposing: ProposingService,
  ) {}

  async create(turn: Turn): Promise<Kept> {
    const { title, when } = turn.frame.slots;
    if (!title) throw new Ask('What shall it be called?', { frame: turn.frame, pendingSlot: 'title' });
    const list = await this.list(turn);
    const input = { title: title.value, listId: list?.id, dueOn: dueDay(when) };
    const timed = when?.value.start && !when.value.allDay && !when.value.window;
    const warnings = timed ? ['A task keeps the day, not the time of day.'] : [];
    const wanted = { capability: tasksCreate.name, input, warnings, lead: 'Here is the task.' };
    try {
      return await this.proposing.propose(wanted, atAccount(turn, list?.connectionId));
    } catch (error) {
      throw listMissing(error, turn) ?? error;
    }
  }

  async show(turn: Turn): Promise<Kept> {
    const { query, done } = turn.frame.slots;
    const list = await this.list(turn);
    const asked = dueAsAsked(turn);
    const input = { query: query?.value ?? '', listId: list?.id, done: done !== undefined, limit: mostRead };
    const { output, connectionId } = await this.reads.look(tasksSearch, input, atAccount(turn, list?.connectionId), {
      title: 'Looked at tasks',
      shown: ({ tasks }: { tasks: Task[] }) => ({ tasks: tasks.filter(asked) }),
    });
    const tasks = output.tasks.filter(asked);
    const where = list ? ` in “${list.label}”` : '';
    const words = query ? ` for “${query.value}”` : '';
    const more = output.nextCursor ? ` There are more; I looked at the first ${mostRead}.` : '';
    const kind = done ? 'task that is done' : 'open task';
    sayText(
      turn,
      `I find ${tasks.length === 1 ? `1 ${kind}` : counted(tasks.length, done ? 'done task' : 'open task')}${words}${where}${sayDue(turn)}.${more}`,
    );
    return { lastResults: tasks.slice(0, 20).map((task) => listedTask(task, connectionId)) };
  }

  /** Completes or deletes one: the same task, another verb. */
  async end(turn: Turn): Promise<Kept> {
    const task = await this.task(turn);
    const verb = turn.frame.intent === tasksComplete.name ? 'marked as done' : 'deleted';
    return this.proposing.propose(
      { capability: turn.frame.intent, input: { taskId: task.id }, lead: `“${task.label}” would be ${verb}.` },
      atAccount(turn, task.connectionId),
    );
  }

  /** The list that was named. @throws Ask where none or several are called so. */
  private async list(turn: Turn): Promise<Listed | undefined> {
    const { target } = turn.conversation.settled;
    if (target?.kind === 'list') return target;
    const name = turn.frame.slots.within?.value;
    if (!name) return undefined;
    const { output, connectionId } = await this.reads.look(tasksListLists, {}, turn);
    const lists = output.lists.map(({ id, title }) => ({ kind: 'list' as const, id, label: title, connectionId }));
    const [only, ...others] = calledLike(lists, ({ label }) => label, name);
    if (only && others.length === 0) return only;
    if (only) throw askWhich('Which list do you mean?', [only, ...others], turn);
    throw askWhich(`I find no list called “${name}”. Which one do you mean?`, lists, turn);
  }

  /** The open task that is meant. @throws Ask where none or several fit. */
  private async task(turn: Turn): Promise<Listed> {
    const settled = settledAs('task', turn);
    if (settled) return settled;
    const name = turn.frame.slots.target?.value;
    if (!name) throw new Ask('Which task do you mean?', { frame: turn.frame, pendingSlot: 'target' });
    const list = await this.list(turn);
    const at = atAccount(turn, list?.connectionId);
    const found = await this.open(name, list, at);
    const all = calledLike(found, ({ title }) => title, name).length > 0 ? found : await this.open('', list, at);
    const fitting = calledLike(all, ({ title }) => title, name);
    const [only, ...others] = fitting.map((task) => listedTask(task, task.connectionId));
    if (only && others.length === 0) return only;
    if (only) throw askWhich('Which task do you mean?', [only, ...others], turn);
    const near = all.map((task) => listedTask(task, task.connectionId));
    if (near.length === 0) throw new Ask('There is no open task.', { frame: turn.frame });
    throw askWhich(`I find no open task called “${name}”. Is it one of these?`, near, turn);
  }

  private async open(query: string, list: Listed | undefined, turn: Turn) {
    const input = { query, listId: list?.id, limit: mostRead };
    const { output, connectionId } = await this.reads.look(tasksSearch, input, turn);
    return output.tasks.map((task) => ({ ...task, connectionId }));
  }
}

const listedTask = ({ id, title, listTitle }: Task, connectionId: ConnectionId): Listed => ({
  kind: 'task',
  label: listTitle ? `${title} (${listTitle})` : title,
  id,
  connectionId,
});

/** What to ask where the account keeps no task outside a list. */
function listMissing(error: unknown, turn: Turn): Ask | undefined {
  if (!(error instanceof HubError) || error.code !== 'input_invalid') return undefined;
  const { errors = [], choices = [] } = error.details;
  if (!errors.some(({ path }) => path === '/listId') || choices.length === 0) return undefined;
  const { connectionId } = turn.conversation.settled;
  const lists = choices.map(({ id, label }) => ({ kind: 'list' as const, id, label, connectionId }));
  return askWhich('To which list shall I add it?', lists, turn);
}
