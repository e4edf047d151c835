import { filesList, filesSearch } from '@switchboard/contracts';
import { Injectable } from '@nestjs/common';
import type { Listed } from './conversation.ts';
import { askWhich, atAccount, calledLike, counted } from './picking.ts';
import { ReadsService } from './reads.service.ts';
import { Ask, type Kept, sayText, type Turn } from './turn.ts';

const mostRead = 50;

/** Answers what is asked about files, at whichever account keeps them. */
@Injectable()
export class FileAnswersService {
  constructor(private readonly reads: ReadsService) {}

  async search(turn: Turn): Promise<Kept> {
    const query = turn.frame.slots.query?.value;
    if (!query) throw new Ask('What shall I look for?', { frame: turn.frame, pendingSlot: 'query' });
    const { output } = await this.reads.look(filesSearch, { query, limit: mostRead }, turn, {
      title: 'Searched the files',
    });
    sayText(turn, `I find ${counted(output.items.length, 'file')} for “${query}”.${more(output.nextCursor)}`);
    return { lastResults: [] };
  }

  async show(turn: Turn): Promise<Kept> {
    const folder = await this.folder(turn);
    const at = atAccount(turn, folder?.connectionId);
    const { output } = await this.reads.look(filesList, { folderId: folder?.id, limit: mostRead }, at, {
      title: 'Looked into the folder',
    });
    const where = folder ? `“${folder.label}”` : 'the top folder';
    sayText(
      turn,
      `There ${output.items.length === 1 ? 'is' : 'are'} ${counted(output.items.length, 'item')} in ${where}.${more(output.nextCursor)}`,
    );
    return { lastResults: [] };
  }

  /** The folder that was named. @throws Ask where none or several are called so. */
  private async folder(turn: Turn): Promise<Listed | undefined> {
    const { target } = turn.conversation.settled;
    if (target?.kind === 'folder') return target;
    const name = turn.frame.slots.within?.value;
    if (!name) return undefined;
    const { output, connectionId } = await this.reads.look(filesSearch, { query: name, limit: mostRead }, turn);
    const folders = output.items.filter(({ kind }) => kind === 'folder');
    const fitting = calledLike(folders, (one) => one.name, name).map((one) => ({
      kind: 'folder' as const,
      id: one.id,
      label: one.path ?? one.name,
      connectionId,
    }));
    const [only, ...others] = fitting;
    if (only && others.length === 0) return only;
    if (only) throw askWhich('Which folder do you mean?', fitting, turn);
    throw new Ask(`I find no folder called “${name}”. What is it called?`, {
      frame: turn.frame,
      pendingSlot: 'within',
    });
  }
}

const more = (cursor: string | undefined): string => (cursor === undefined ? '' : ' There are more than these.');
