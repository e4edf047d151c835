import {
  calendarFindFreeTime,
  calendarListCalendars,
  calendarListEvents,
  type CapabilityDefinition,
  type ConnectionId,
  createProposal,
  getCalendarAvailability,
  getCalendarEvents,
  getCalendars,
  getMe,
  postCalendarEvent,
  readCapability,
} from '@switchboard/contracts';
import { Bus, type Caller, Clock } from '@switchboard/nest-kit';
import { HandleRoute, type Http, type RouteInput } from '@switchboard/nest-kit/http';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { CalendarService } from './calendar.service.ts';

const monthMs = 30 * 86_400_000;

/** The calendar of the default account; it speaks capabilities, so no provider is named here. */
@Controller()
export class CalendarController {
  constructor(
    private readonly bus: Bus,
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
  ) {}

  /** From now and for 30 days, unless told. */
  @HandleRoute(getCalendarEvents)
  events({ query }: RouteInput<typeof getCalendarEvents>, caller: Caller) {
    const { connectionId, from = this.clock.now().toISOString(), to = monthAfter(from), ...rest } = query;
    return this.read(calendarListEvents, { ...rest, from, to }, connectionId, caller);
  }

  @HandleRoute(getCalendars)
  calendars({ query }: RouteInput<typeof getCalendars>, caller: Caller) {
    return this.read(calendarListCalendars, {}, query.connectionId, caller);
  }

  @HandleRoute(getCalendarAvailability)
  async availability({ query }: RouteInput<typeof getCalendarAvailability>, caller: Caller) {
    const { start, end, attendees = '', timeZone, connectionId, ...rest } = query;
    const zone = timeZone ?? (await this.bus.request(getMe, {}, caller)).timeZone;
    const people = attendees.split(',').map((one) => one.trim());
    const input = { ...rest, from: start, to: end, timeZone: zone, attendees: people.filter(Boolean) };
    return this.read(calendarFindFreeTime, input, connectionId, caller);
  }

  /** A key creates it at once; a person gets a card to confirm. */
  @HandleRoute(postCalendarEvent)
  create({ body }: RouteInput<typeof postCalendarEvent>, caller: Caller, { reply }: Http) {
    const { connectionId, ...input } = body;
    if (caller.claims.via === 'api_key') return this.calendar.createEvent(input, connectionId, caller, reply);
    return this.bus.request(
      createProposal,
      { steps: [{ capability: 'calendar.create_event', connectionId, input }] },
      caller,
    );
  }

  private async read<C extends CapabilityDefinition>(
    capability: C,
    input: z.input<C['input']>,
    connectionId: ConnectionId | undefined,
    caller: Caller,
  ) {
    const asked = { capability: capability.name, connectionId, input: input as never };
    const { output, ...answered } = await this.bus.request(readCapability, asked, caller);
    const { connectionId: read, account } = answered;
    return { connectionId: read, account, ...(capability.output.parse(output) as z.output<C['output']> & object) };
  }
}

const monthAfter = (from: string): string => new Date(new Date(from).getTime() + monthMs).toISOString();
