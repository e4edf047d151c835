import type { HubError } from '@switchboard/contracts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { staticPage, staticPageHeaders } from './static-page.ts';

const script = `
const given = new URLSearchParams(location.hash.slice(1));
const flow = given.get('flow') || '';
const wanted = given.get('returnTo') || '/';
history.replaceState(null, '', '/connected');
const back = document.getElementById('back');
if (/^\\/(?![\\/\\\\])/.test(wanted)) back.href = wanted;
if (/^[0-9a-f-]{36}$/.test(flow)) {
  const channel = new BroadcastChannel('swb-flow-' + flow);
  channel.postMessage({ type: 'ended', flowId: flow });
  // Where the browser gave no window the consent took the person's own tab, which goes on where they were.
  const ownTab = sessionStorage.getItem('swb-left-flow') !== null;
  setTimeout(() => { channel.close(); if (!ownTab) window.close(); }, 150);
  setTimeout(() => location.replace(back.href), 600);
}`;

const connected = staticPage('Done', 'You can close this window.', script);

/** The page a flow ends on: static, it loads nothing, forgets its address, tells the opener to look, and closes (O-15). */
export function serveConnectedPage(fastify: FastifyInstance): void {
  fastify.get('/connected', (_request, reply) => reply.headers(staticPageHeaders(script)).send(connected));
}

/** The same page for a link that leads nowhere any more. */
export function sendFlowProblem(reply: FastifyReply, error: HubError): void {
  const text = error.message.replaceAll(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
  reply.code(error.status).headers(staticPageHeaders('')).send(staticPage('That did not work', text));
}
