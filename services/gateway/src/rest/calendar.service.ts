import { calendarCreateEvent, type ConnectionId, runAction } from '@switchboard/contracts';
import { Bus, type Caller } from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { tellRun } from './tell-run.ts';

/** Writes to the calendar of the account that is meant, whichever provider it is at. */
@Injectable()
export class CalendarService {
  constructor(private readonly bus: Bus) {}

  async createEvent(
    input: z.output<typeof calendarCreateEvent.input>,
    connectionId: ConnectionId | undefined,
    caller: Caller,
    reply: FastifyReply,
  ) {
    const asked = { capability: calendarCreateEvent.name, connectionId, input: input as never };
    const ran = await this.bus.request(runAction, asked, caller);
    tellRun(reply, ran);
    return calendarCreateEvent.output.parse(ran.output);
  }
}
