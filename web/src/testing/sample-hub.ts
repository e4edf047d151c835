import * as c from '@switchboard/contracts';
import { HubError } from '@switchboard/contracts';
import { DateTime } from 'luxon';
import { FakeHub } from './fake-hub.ts';
import { audit } from './samples/audit.ts';
import { id, now } from './samples/base.ts';
import { calendars, eventsFrom } from './samples/calendar.ts';
import { begun, connection, connectionMore, flow, lostConnection, receiptOf } from './samples/connections.ts';
import { answering, mail, thread } from './samples/conversations.ts';
import { apiKey, apiKeys, secrets } from './samples/keys.ts';
import { invitationOf, me, members, sessions } from './samples/people.ts';
import { done, edited, proposal } from './samples/proposals.ts';
import { actions, providers, setupSteps } from './samples/providers.ts';
import { runDetail, runs } from './samples/runs.ts';

export interface SampleState {
  setUp: boolean;
  signedIn: boolean;
  connections: c.Connection[];
  proposals: Map<string, c.Proposal>;
  threads: c.ThreadDetail[];
  notices: c.Notice[];
}

/** A hub with an owner, two providers, an account and a conversation; state can be set before a page opens. */
export function sampleHub(given: Partial<SampleState> = {}): FakeHub & { state: SampleState } {
  const state: SampleState = {
    setUp: true,
    signedIn: true,
    connections: [connection, lostConnection],
    proposals: new Map([[proposal.id, proposal]]),
    threads: [thread],
    notices: [],
    ...given,
  };
  const hub = new FakeHub();
  const connectionOf = (id: string) => {
    const found = state.connections.find((one) => one.id === id);
    if (!found) throw new HubError('connection_unknown');
    return found;
  };
  const proposalOf = (id: string) => {
    const found = state.proposals.get(id);
    if (!found) throw new HubError('proposal_unknown');
    return found;
  };
  const keep = (changed: c.Proposal) => {
    state.proposals.set(changed.id, changed);
    return changed;
  };
  const signIn = () => {
    state.setUp = true;
    state.signedIn = true;
    return me;
  };

  hub
    .on(c.getSetupRoute, () => ({
      done: state.setUp,
      signedIn: state.signedIn,
      hubId: me.hubId,
      hubName: 'Home',
      signInProviders: [{ id: 'google', title: 'Google' }],
    }))
    .on(c.postSetup, signIn)
    .on(c.postSession, ({ body }) => {
      if (body.password !== 'correct horse') throw new HubError('credentials_wrong');
      return signIn();
    })
    .on(c.postSessionRenewal, signIn)
    .on(c.getMeRoute, () => {
      if (!state.signedIn) throw new HubError('unauthenticated');
      return me;
    })
    .on(c.patchMe, ({ body }) => ({ ...me, ...(body.name ? { name: body.name } : {}) }))
    .on(c.deleteCurrentSession, () => {
      state.signedIn = false;
      return { ended: 1 };
    })
    .on(c.getSessions, () => ({ items: sessions }))
    .on(c.deleteSession, () => ({ ended: 1 }))
    .on(c.getProviders, () => ({ items: providers }))
    .on(c.getProvider, ({ params }) => {
      const found = providers.find(({ id }) => id === params.provider);
      if (!found) throw new HubError('provider_unknown');
      return { ...found, actions: actions, setup: setupSteps };
    })
    .on(c.getNotices, () => ({ items: state.notices }))
    .on(c.postNoticeDismissal, ({ params }) => {
      const gone = state.notices.find(({ id }) => id === params.noticeId);
      if (!gone) throw new HubError('not_found');
      state.notices = state.notices.filter((notice) => notice !== gone);
      return { ...gone, dismissedAt: now };
    })
    .on(c.getConnections, () => ({ items: state.connections }))
    .on(c.getConnectionRoute, ({ params }) => ({ ...connectionOf(params.connectionId), ...connectionMore }))
    .on(c.patchConnection, ({ params, body }) => {
      const changed = { ...connectionOf(params.connectionId), ...body } as c.Connection;
      state.connections = state.connections.map((one) => (one.id === changed.id ? changed : one));
      return changed;
    })
    .on(c.postTest, ({ params }) => ({
      ok: true,
      account: connectionOf(params.connectionId).account,
      checkedAt: now,
      message: 'The account answered.',
    }))
    .on(c.postConnection, () => begun)
    .on(c.postFeatures, () => begun)
    .on(c.postReconnect, () => begun)
    .on(c.getFlowRoute, () => flow)
    .on(c.deleteConnection, ({ params }) => {
      const gone = connectionOf(params.connectionId);
      state.connections = state.connections.filter(({ id }) => id !== gone.id);
      return receiptOf(gone);
    })
    .on(c.getThreads, () => ({ items: state.threads.map(({ messages: _, ...thread }) => thread) }))
    .on(c.postThread, () => {
      const created = { ...thread, id: c.ThreadId.parse(id(901)), title: '', messages: [] };
      state.threads = [created, ...state.threads];
      return created;
    })
    .on(c.getThreadRoute, ({ params }) => {
      const found = state.threads.find(({ id }) => id === params.threadId);
      if (!found) throw new HubError('not_found');
      return found;
    })
    .on(c.deleteThreadRoute, ({ params }) => {
      state.threads = state.threads.filter(({ id }) => id !== params.threadId);
      return { deleted: true as const };
    })
    .on(c.getProposalRoute, ({ params }) => proposalOf(params.proposalId))
    .on(c.postProposal, () => proposalOf(proposal.id))
    .on(c.putProposal, ({ params, body }) => {
      const before = proposalOf(params.proposalId);
      const nextId = c.ProposalId.parse(id(700 + state.proposals.size));
      const next = keep({ ...edited(before, body.steps[0]?.input), id: nextId, replaces: before.id });
      keep({ ...before, status: 'rejected', replacedBy: nextId });
      return next;
    })
    .on(c.postProposalConfirm, ({ params, body }) => {
      const open = proposalOf(params.proposalId);
      if (open.digest !== body.digest) throw new HubError('proposal_changed');
      return keep(done(open));
    })
    .on(c.postProposalReject, ({ params }) => keep({ ...proposalOf(params.proposalId), status: 'rejected' }))
    .on(c.postProposalUndo, ({ params }) => keep({ ...proposalOf(params.proposalId), status: 'undone' }))
    .on(c.getCalendars, () => ({
      connectionId: connection.id,
      account: 'ada@example.com',
      calendars: calendars,
    }))
    .on(c.getCalendarEvents, ({ query }) => ({
      connectionId: connection.id,
      account: 'ada@example.com',
      events: eventsFrom(DateTime.fromISO(query.from ?? now)).filter(
        ({ calendarId }) => calendarId === query.calendarId,
      ),
    }))
    .on(c.getRuns, () => ({ items: runs }))
    .on(c.getRunRoute, ({ params }) => runDetail(params.runId))
    .on(c.getApiKeys, () => ({ items: apiKeys }))
    .on(c.postApiKey, ({ body }) => ({
      ...apiKey,
      name: body.name,
      scopes: body.scopes,
      key: 'swb_live_example_0123456789',
    }))
    .on(c.getSecrets, () => {
      if (!state.signedIn) throw new HubError('unauthenticated');
      return { items: secrets };
    })
    .on(c.getMembers, () => members)
    .on(c.postInvitation, ({ body }) => invitationOf(body.email))
    .on(c.getAudit, () => ({ items: audit }))
    .on(c.postAuditVerification, () => ({ intact: true, rows: 5, checkpoints: 1 }))
    .on(c.postConnectionAction, () => ({ messages: [mail], estimate: 1 }))
    .onStream(c.postThreadMessage, ({ params, body }) => {
      const thread = state.threads.find(({ id }) => id === params.threadId);
      return answering(body, (message) => {
        thread?.messages.push(message);
      });
    });
  return Object.assign(hub, { state });
}
