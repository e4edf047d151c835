import type { FastifyReply } from 'fastify';
import { staticPage, staticPageHeaders } from './static-page.ts';

const script = `
const given = {};
let twice = false;
for (const part of [location.search, location.hash])
  for (const [name, value] of new URLSearchParams(part.slice(1))) {
    if (Object.hasOwn(given, name)) twice = true;
    given[name] = value;
  }
history.replaceState(null, '', location.pathname);
const text = document.getElementById('text');
fetch(location.pathname, {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'x-switchboard': '1' },
  body: JSON.stringify({ parameters: twice ? {} : given }),
})
  .then(async (answer) => {
    const { location: to, detail } = await answer.json();
    if (answer.ok && /^\\/(?![\\/\\\\])/.test(to)) location.replace(to);
    else text.textContent = detail || 'This link is not valid any more. Start again.';
  })
  .catch(() => {
    text.textContent = 'The hub did not answer. Start again.';
  });`;

const page = staticPage('One moment', 'The hub is taking the access that was granted.', script);
const headers = staticPageHeaders(script, "connect-src 'self'");

/**
 * The page for what a provider answers in the fragment, which no server sees: it forgets its address, and posts what stood there
 * to the hub with the flow cookie (O-18).
 */
export const sendFragmentPage = (reply: FastifyReply): void => void reply.headers(headers).send(page);

/** True where the answer can only be in the fragment: nothing but the state came. */
export const answersInFragment = (parameters: Readonly<Record<string, string>>): boolean =>
  Object.keys(parameters).length === 1 && parameters['state'] !== undefined;
