import { createRequire } from 'node:module';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { policy } from '../http/security-headers.ts';
import { WebFolder } from '../pages/web-folder.ts';
import { WebFiles } from '../pages/web-files.ts';
import type { OpenApiService } from './openapi.service.ts';
import { partOf } from './part-of.ts';

const files = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference · Switchboard</title><link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css"></head>
<body><div id="reference"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body></html>`;

// For every operation that is opened Swagger UI reads the whole document anew, seconds for each on one this long
// (https://github.com/swagger-api/swagger-ui/issues/10748). It is given the part that the operation needs.
const start = `${String(partOf)}
function onlyWhatIsOpened({ fn }) {
  const resolve = fn.resolveSubtree;
  return { fn: { resolveSubtree: (document, at, options) => resolve(partOf(document, at), at, options) } };
}
SwaggerUIBundle({
  url: '/openapi.json', dom_id: '#reference', deepLinking: true, validatorUrl: null, docExpansion: 'none', filter: true,
  requestInterceptor: (request) => { request.headers['X-Switchboard'] = '1'; return request; },
  plugins: [onlyWhatIsOpened],
});`;

const docsPolicy = policy(
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'none'",
);

/** `/openapi.json` and a page to read and try it. */
export function serveDocs(fastify: FastifyInstance, openApi: OpenApiService): void {
  const require = createRequire(import.meta.url);
  const folder = path.dirname(require.resolve('swagger-ui-dist/package.json'));
  const web = new WebFiles(new WebFolder(folder, '/docs/'));
  fastify.get('/openapi.json', async (request, reply) => {
    reply.headers({ 'content-type': 'application/json', 'cache-control': 'no-cache' });
    return openApi.print(request.hub.caller);
  });
  fastify.get('/docs', (_request, reply) =>
    reply.headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': docsPolicy }).send(page),
  );
  fastify.get('/docs/start.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(start));
  for (const file of files) fastify.get(`/docs/${file}`, (request, reply) => web.send(`/docs/${file}`, request, reply));
}
