import {
  beginSignIn,
  completeFlow,
  type Flow,
  getFlow,
  getFlowRoute,
  HubError,
  postFlowFragment,
  ProviderId,
  type ReplyOf,
} from '@switchboard/contracts';
import { Bus, type Caller, type MaybeCaller } from '@switchboard/nest-kit';
import { HandleRoute, type Http, type RouteInput } from '@switchboard/nest-kit/http';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Cookies } from '../sign-in/cookies.ts';
import { clientOf } from '../sign-in/sessions.service.ts';
import { sendFlowProblem } from './connected-page.ts';
import { answersInFragment, sendFragmentPage } from './fragment-page.ts';
import { onceEach } from './once-each.ts';
import { ownPath } from './own-path.ts';

const page = (path: `/${string}`) => RouteConfig({ hub: { permission: 'public', page: true, path } });

/** Leaving for a provider and coming back: signing in and connecting go through the same flow engine in `auth`. */
@Controller()
export class FlowsController {
  constructor(
    private readonly bus: Bus,
    private readonly cookies: Cookies,
  ) {}

  @HandleRoute(getFlowRoute)
  read({ params }: RouteInput<typeof getFlowRoute>, caller: Caller) {
    return this.bus.request(getFlow, params, caller);
  }

  @Get('/sign-in/:provider')
  @page('/sign-in/:provider')
  async signIn(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    reply.header('referrer-policy', 'no-referrer');
    const { returnTo } = onceEach(request);
    const provider = providerOf(request);
    const browserBinding = await this.cookies.bindBrowser(request.headers.cookie, reply);
    const asked = { provider, returnTo: ownPath(returnTo), browserBinding };
    const { authorizationUrl } = await this.bus.request(beginSignIn, asked, request.hub.caller);
    reply.redirect(authorizationUrl, 303);
  }

  /** Where every provider sends people back to, for connecting and for signing in. */
  @Get('/oauth/:provider/callback')
  @page('/oauth/:provider/callback')
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    reply.header('referrer-policy', 'no-referrer');
    try {
      const parameters = onceEach(request);
      if (answersInFragment(parameters)) return sendFragmentPage(reply);
      await this.end(await this.complete(request, reply, parameters), reply);
    } catch (error) {
      if (!(error instanceof HubError) || !request.headers.accept?.includes('text/html')) throw error;
      sendFlowProblem(reply, error);
    }
  }

  /** What the callback page found in the fragment of its own address. */
  @HandleRoute(postFlowFragment)
  async fragment(
    { body }: RouteInput<typeof postFlowFragment>,
    _caller: MaybeCaller,
    { request, reply }: Http,
  ): Promise<{ location: string }> {
    reply.header('referrer-policy', 'no-referrer');
    const { flow } = await this.complete(request, reply, body.parameters);
    return { location: afterwards(flow) };
  }

  private async complete(
    request: FastifyRequest,
    reply: FastifyReply,
    parameters: Record<string, string>,
  ): Promise<ReplyOf<typeof completeFlow>> {
    const browserBinding = await this.cookies.bindingOf(request.headers.cookie);
    const client = clientOf({ request, reply });
    const asked = { provider: providerOf(request), parameters, browserBinding, client };
    return this.bus.request(completeFlow, asked, request.hub.caller);
  }

  private async end({ flow, session }: ReplyOf<typeof completeFlow>, reply: FastifyReply): Promise<void> {
    if (session) await this.cookies.setSession(reply, session.token, session.expiresAt);
    reply.redirect(afterwards(flow), 303);
  }
}

/** Signing in goes on in the same tab; connecting ends on a page that closes itself and tells the opener to look (O-15). */
function afterwards(flow: Flow): string {
  const returnTo = ownPath(flow.returnTo);
  if (flow.purpose !== 'sign_in') return `/connected#${new URLSearchParams({ flow: flow.id, returnTo }).toString()}`;
  if (flow.status === 'succeeded') return returnTo;
  return `/sign-in?${new URLSearchParams({ problem: flow.error?.code ?? 'flow_invalid' }).toString()}`;
}

function providerOf({ params }: FastifyRequest): ProviderId {
  const provider = ProviderId.safeParse((params as Record<string, unknown>)['provider']);
  if (!provider.success) throw new HubError('provider_unknown');
  return provider.data;
}
