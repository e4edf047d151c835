import { createHash } from 'node:crypto';
import { policy } from '../http/security-headers.ts';

const style = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; min-height: 100vh; margin: 0; display: grid; place-items: center; }
main { max-width: 26rem; padding: 2rem; text-align: center; }
h1 { font-size: 1.375rem; margin: 0 0 .5rem; }
a { color: LinkText; }`;

/** A small page that loads nothing, with one script at most. */
export const staticPage = (title: string, text: string, script = ''): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer"><title>${title} · Switchboard</title><style>${style}</style></head>
<body><main><h1>${title}</h1><p id="text">${text}</p><p><a id="back" href="/connections">Back to Switchboard</a></p></main>${
  script && `<script>${script}</script>`
}</body></html>`;

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Its headers: nothing runs but its own script, and `more` of the policy. */
export const staticPageHeaders = (script: string, ...more: readonly string[]): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'referrer-policy': 'no-referrer',
  'content-security-policy': policy(
    `script-src ${script === '' ? "'none'" : hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "form-action 'none'",
    ...more,
  ),
});
