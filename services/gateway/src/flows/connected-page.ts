import { createHash } from 'node:crypto';
import type { HubError } from '@switchboard/contracts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { policy } from '../http/security-headers.ts';

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
  setTimeout(() => { channel.close(); window.close(); }, 150);
  // Still here: the consent took the person's own tab, which goes on where they were.
  setTimeout(() => location.replace(back.href), 600);
}`;

const style = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; min-height: 100vh; margin: 0; display: grid; place-items: center; }
main { max-width: 26rem; padding: 2rem; text-align: center; }
h1 { font-size: 1.375rem; margin: 0 0 .5rem; }
a { color: LinkText; }`;

const page = (title: string, text: string, inner: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer"><title>${title} · Switchboard</title><style>${style}</style></head>
<body><main><h1>${title}</h1><p>${text}</p><p><a id="back" href="/connections">Back to Switchboard</a></p></main>${inner}</body></html>`;

const connected = page('Done', 'You can close this window.', `<script>${script}</script>`);
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const headers = (scripts: string): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'referrer-policy': 'no-referrer',
  'content-security-policy': policy(`script-src ${scripts}`, `style-src ${hashOf(style)}`, "form-action 'none'"),
});

/** The page a flow ends on: static, it loads nothing, forgets its address, tells the opener to look, and closes (O-15). */
export function serveConnectedPage(fastify: FastifyInstance): void {
  fastify.get('/connected', (_request, reply) => reply.headers(headers(hashOf(script))).send(connected));
}

/** The same page for a link that leads nowhere any more. */
export function sendFlowProblem(reply: FastifyReply, error: HubError): void {
  const text = error.message.replaceAll(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
  reply
    .code(error.status)
    .headers(headers("'none'"))
    .send(page('That did not work', text, ''));
}
