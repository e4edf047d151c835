import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { pagePolicy } from '../http/security-headers.ts';

/** What the build leaves where a nonce belongs. */
const placeholder = /__CSP_NONCE__/g;

/** The dashboard's page with a nonce of its own, which styles made at run time carry too (G-4). */
export function sendIndex(html: string, reply: FastifyReply): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  return reply
    .headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': pagePolicy(nonce) })
    .send(withNonce(html, nonce));
}

function withNonce(html: string, nonce: string): string {
  if (html.includes('__CSP_NONCE__')) return html.replaceAll(placeholder, nonce);
  const tagged = html.replaceAll(/<(script|style|link)(?=[\s>])(?![^>]*\bnonce=)/g, `<$1 nonce="${nonce}"`);
  return tagged.replace(/<head>/, `<head><meta property="csp-nonce" nonce="${nonce}">`);
}
