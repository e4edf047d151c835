import * as c from '@switchboard/contracts';
import { id, at, now } from './base.ts';
import { google } from './providers.ts';

export const connection: c.Connection = {
  id: c.ConnectionId.parse(id(10)),
  provider: 'google',
  providerTitle: 'Google',
  method: 'oauth',
  environment: 'sandbox',
  label: 'Google, work',
  account: { subject: '1', email: 'ada@example.com', name: 'Ada Marsh' },
  status: 'active',
  features: ['identity', 'mail.read', 'calendar.read', 'calendar.write'],
  missingFeatures: ['mail.send'],
  defaultFor: ['calendar.read'],
  settings: {},
  createdAt: at(-9000),
  updatedAt: now,
  lastUsedAt: at(-3),
};
export const lostConnection: c.Connection = {
  ...connection,
  id: c.ConnectionId.parse(id(11)),
  label: 'Google, home',
  account: { subject: '2', email: 'marsh.family@example.com', name: 'Marsh Family' },
  status: 'reconnect_required',
  statusReason: 'Google says that the access was taken back.',
  features: ['identity', 'mail.read'],
  missingFeatures: [],
  defaultFor: [],
};
export const connectionMore: Pick<c.ConnectionDetail, 'timeline' | 'featureMatrix' | 'expectedEnd'> = {
  timeline: [
    { at: at(-9000), kind: 'connected' },
    { at: at(-40), kind: 'refreshed' },
    { at: at(-3), kind: 'features_missing', detail: 'Send mail was not granted.' },
  ],
  featureMatrix: google.features.map(({ id: name, title }) => ({
    feature: name,
    title,
    granted: name !== 'mail.send',
    requested: true,
    missingScopes: [],
    actions: [],
  })),
  expectedEnd: {
    at: at(8000),
    reason: 'Google ends the access of projects in testing after seven days.',
    renewed: false,
  },
};
export const begun = { flowId: c.FlowId.parse(id(20)), authorizationUrl: 'about:blank#consent', expiresAt: at(10) };
export const flow: c.Flow = {
  id: begun.flowId,
  purpose: 'connect',
  provider: 'google',
  status: 'succeeded',
  connectionId: connection.id,
  grantedFeatures: ['identity', 'calendar.read'],
  missingFeatures: [],
  returnTo: '/connections',
};
export const receiptOf = (gone: c.Connection): c.DisconnectReceipt => ({
  connectionId: gone.id,
  provider: gone.provider,
  account: gone.account,
  status: 'disconnected',
  steps: [
    { step: 'revoke', result: 'done', detail: 'Google confirmed that the access is taken back.', at: now },
    { step: 'shred', result: 'done', detail: 'Two credentials were shredded.', at: now },
    { step: 'forget', result: 'kept_for_others', detail: 'The activity log keeps its lines.', at: now },
  ],
});
