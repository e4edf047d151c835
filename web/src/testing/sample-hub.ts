import * as c from '@switchboard/contracts';
import { HubError } from '@switchboard/contracts';
import { DateTime } from 'luxon';
import { FakeHub } from './fake-hub.ts';
import * as samples from './samples.ts';

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
    connections: [samples.connection, samples.lostConnection],
    proposals: new Map([[samples.proposal.id, samples.proposal]]),
    threads: [samples.thread],
    notices: [],
    ...given,
  };
  const hub = new FakeHub();
  const connection = (id: string) => {
    const found = state.connections.find((one) => one.id === id);
    if (!found) throw new HubError('connection_unknown');
    return found;
  };
  const proposal = (id: string) => {
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
    return samples.me;
  };

  hub
    .on(c.getSetupRoute, () => ({
      done: state.setUp,
      signedIn: state.signedIn,
      hubId: samples.me.hubId,
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
      return samples.me;
    })
    .on(c.patchMe, ({ body }) => ({ ...samples.me, ...(body.name ? { name: body.name } : {}) }))
    .on(c.deleteCurrentSession, () => {
      state.signedIn = false;
      return { ended: 1 };
    })
    .on(c.getSessions, () => ({ items: samples.sessions }))
    .on(c.deleteSession, () => ({ ended: 1 }))
    .on(c.getProviders, () => ({ items: samples.providers }))
    .on(c.getProvider, ({ params }) => {
      const found = samples.providers.find(({ id }) => id === params.provider);
      if (!found) throw new HubError('provider_unknown');
      return { ...found, actions: samples.actions, setup: samples.setupSteps };
    })
    .on(c.getNotices, () => ({ items: state.notices }))
    .on(c.postNoticeDismissal, ({ params }) => {
      const gone = state.notices.find(({ id }) => id === params.noticeId);
      if (!gone) throw new HubError('not_found');
      state.notices = state.notices.filter((notice) => notice !== gone);
      return { ...gone, dismissedAt: samples.now };
    })
    .on(c.getConnections, () => ({ items: state.connections }))
    .on(c.getConnectionRoute, ({ params }) => ({ ...connection(params.connectionId), ...samples.connectionMore }))
    .on(c.patchConnection, ({ params, body }) => {
      const changed = { ...connection(params.connectionId), ...body } as c.Connection;
      state.connections = state.connections.map((one) => (one.id === changed.id ? changed : one));
      return changed;
    })
    .on(c.postTest, ({ params }) => ({
      ok: true,
      account: connection(params.connectionId).account,
      checkedAt: samples.now,
      message: 'The account answered.',
    }))
    .on(c.postConnection, () => samples.begun)
    .on(c.postFeatures, () => samples.begun)
    .on(c.postReconnect, () => samples.begun)
    .on(c.getFlowRoute, () => samples.flow)
    .on(c.deleteConnection, ({ params }) => {
      const gone = connection(params.connectionId);
      state.connections = state.connections.filter(({ id }) => id !== gone.id);
      return samples.receiptOf(gone);
    })
    .on(c.getThreads, () => ({ items: state.threads.map(({ messages: _, ...thread }) => thread) }))
    .on(c.postThread, () => {
      const created = { ...samples.thread, id: c.ThreadId.parse(samples.id(901)), title: '', messages: [] };
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
    .on(c.getProposalRoute, ({ params }) => proposal(params.proposalId))
    .on(c.postProposal, () => proposal(samples.proposal.id))
    .on(c.putProposal, ({ params, body }) => {
      const before = proposal(params.proposalId);
      const id = c.ProposalId.parse(samples.id(700 + state.proposals.size));
      const next = keep({ ...samples.edited(before, body.steps[0]?.input), id, replaces: before.id });
      keep({ ...before, status: 'rejected', replacedBy: id });
      return next;
    })
    .on(c.postProposalConfirm, ({ params, body }) => {
      const open = proposal(params.proposalId);
      if (open.digest !== body.digest) throw new HubError('proposal_changed');
      return keep(samples.done(open));
    })
    .on(c.postProposalReject, ({ params }) => keep({ ...proposal(params.proposalId), status: 'rejected' }))
    .on(c.postProposalUndo, ({ params }) => keep({ ...proposal(params.proposalId), status: 'undone' }))
    .on(c.getCalendars, () => ({
      connectionId: samples.connection.id,
      account: 'ada@example.com',
      calendars: samples.calendars,
    }))
    .on(c.getCalendarEvents, ({ query }) => ({
      connectionId: samples.connection.id,
      account: 'ada@example.com',
      events: samples
        .eventsFrom(DateTime.fromISO(query.from ?? samples.now))
        .filter(({ calendarId }) => calendarId === query.calendarId),
    }))
    .on(c.getRuns, () => ({ items: samples.runs }))
    .on(c.getRunRoute, ({ params }) => samples.runDetail(params.runId))
    .on(c.getApiKeys, () => ({ items: samples.apiKeys }))
    .on(c.postApiKey, ({ body }) => ({
      ...samples.apiKey,
      name: body.name,
      scopes: body.scopes,
      key: 'swb_live_example_0123456789',
    }))
    .on(c.getSecrets, () => {
      if (!state.signedIn) throw new HubError('unauthenticated');
      return { items: samples.secrets };
    })
    .on(c.getMembers, () => samples.members)
    .on(c.postInvitation, ({ body }) => samples.invitationOf(body.email))
    .on(c.getAudit, () => ({ items: samples.audit }))
    .on(c.postAuditVerification, () => ({ intact: true, rows: 5, checkpoints: 1 }))
    .on(c.postConnectionAction, () => ({ messages: [samples.mail], estimate: 1 }))
    .onStream(c.postThreadMessage, ({ params, body }) => {
      const thread = state.threads.find(({ id }) => id === params.threadId);
      return samples.answering(body, (message) => {
        thread?.messages.push(message);
      });
    });
  return Object.assign(hub, { state });
}
