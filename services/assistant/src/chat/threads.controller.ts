import { createThread, deleteThread, getThread, listThreads, type RequestOf } from '@switchboard/contracts';
import { type Caller, HandleMessage } from '@switchboard/nest-kit';
import { Controller } from '@nestjs/common';
import { ThreadsService } from './threads.service.ts';

@Controller()
export class ThreadsController {
  constructor(private readonly threads: ThreadsService) {}

  @HandleMessage(listThreads)
  list(request: RequestOf<typeof listThreads>, caller: Caller) {
    return this.threads.list(request, caller);
  }

  @HandleMessage(createThread)
  create({ title }: RequestOf<typeof createThread>, caller: Caller) {
    return this.threads.create(title, caller);
  }

  @HandleMessage(getThread)
  get({ threadId }: RequestOf<typeof getThread>, caller: Caller) {
    return this.threads.detail(threadId, caller);
  }

  @HandleMessage(deleteThread)
  async remove({ threadId }: RequestOf<typeof deleteThread>, caller: Caller) {
    await this.threads.remove(threadId, caller);
    return { deleted: true as const };
  }
}
