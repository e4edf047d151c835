import {
  connectionChanged,
  flowEnded,
  getEvents,
  HubError,
  noticeRaised,
  type PayloadOf,
  proposalChanged,
  runEnded,
} from '@switchboard/contracts';
import { type Caller, HearEvent } from '@switchboard/nest-kit';
import { HandleRoute, type Http, type RouteInput, Streamed } from '@switchboard/nest-kit/http';
import { Controller } from '@nestjs/common';
import { SignInGuard } from '../sign-in/sign-in.guard.ts';
import { LiveEvents } from './live-events.ts';

/** What happens to a person's own data, as server-sent events. */
@Controller()
export class EventsController {
  constructor(
    private readonly live: LiveEvents,
    private readonly signIn: SignInGuard,
  ) {}

  /** A `Last-Event-ID` is taken without complaint: events are hints, and the reader asks for the present state. */
  @HandleRoute(getEvents)
  open(_: RouteInput<typeof getEvents>, { claims, signal }: Caller, { request }: Http) {
    const body = this.live.open(claims, signal, () => this.still(request));
    return new Streamed(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' }, body);
  }

  @HearEvent(connectionChanged)
  connection({ memberId, ...data }: PayloadOf<typeof connectionChanged>): void {
    this.live.tell(memberId, 'connection.changed', data);
  }

  @HearEvent(flowEnded)
  flow({ memberId, ...data }: PayloadOf<typeof flowEnded>): void {
    if (memberId) this.live.tell(memberId, 'flow.ended', data);
  }

  @HearEvent(proposalChanged)
  proposal({ memberId, ...data }: PayloadOf<typeof proposalChanged>): void {
    this.live.tell(memberId, 'proposal.changed', data);
  }

  @HearEvent(runEnded)
  run({ memberId, ...data }: PayloadOf<typeof runEnded>): void {
    this.live.tell(memberId, 'run.ended', data);
  }

  @HearEvent(noticeRaised)
  notice({ memberId, ...data }: PayloadOf<typeof noticeRaised>): void {
    this.live.tell(memberId, 'notice.raised', data);
  }

  private async still(request: Http['request']): Promise<boolean> {
    try {
      await this.signIn.recognise(request, { required: true });
      return true;
    } catch (error) {
      return !(error instanceof HubError && error.code === 'unauthenticated');
    }
  }
}
