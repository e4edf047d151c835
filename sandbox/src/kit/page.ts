import { Html, html } from './html.ts';
import type { SandboxAnswer } from './exchange.ts';
import { createHash } from 'node:crypto';

const style = `
:root{color-scheme:light dark;--bg:#f6f7f9;--card:#fff;--ink:#1b1f24;--soft:#5b6570;--line:#dfe3e8;--accent:#2457d6;--on:#fff;--chip:#eef2fb}
@media (prefers-color-scheme:dark){:root{--bg:#101418;--card:#181d23;--ink:#e8ecf1;--soft:#9aa5b1;--line:#2b333c;--accent:#8fb2ff;--on:#0b1020;--chip:#222b3a}}
*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:64rem;margin:0 auto;padding:1.5rem 1rem 4rem}main.narrow{max-width:30rem;padding-top:6vh}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:1.5rem;margin:0 0 1rem}
.badge{display:inline-block;background:var(--chip);color:var(--accent);border-radius:99px;font-size:.8rem;font-weight:600;padding:.15rem .7rem}
h1{font-size:1.5rem;line-height:1.25;margin:.75rem 0 .25rem;overflow-wrap:anywhere}h2{font-size:1.05rem;margin:1.25rem 0 .5rem}
p{margin:.25rem 0 .75rem}.soft{color:var(--soft);font-size:.92rem}a{color:var(--accent)}
.row{display:flex;gap:.85rem;align-items:center;width:100%;text-align:left;padding:.8rem .75rem;border:0;border-top:1px solid var(--line);background:none;color:inherit;font:inherit;text-decoration:none}
button.row{cursor:pointer}button.row:hover,a.row:hover{background:var(--chip)}
.face{flex:none;width:2.5rem;height:2.5rem;border-radius:50%;display:grid;place-items:center;background:var(--accent);color:var(--on);font-weight:700}
.row strong{display:block}.grow{flex:1;min-width:0;overflow-wrap:anywhere}
label.row{cursor:pointer;align-items:flex-start}input[type=checkbox]{width:1.2rem;height:1.2rem;margin:.2rem 0 0;accent-color:var(--accent);flex:none}
.actions{display:flex;gap:.75rem;justify-content:flex-end;margin-top:1.25rem;flex-wrap:wrap}
.button{font:inherit;font-weight:600;border-radius:99px;padding:.55rem 1.4rem;border:1px solid var(--line);background:none;color:var(--accent);cursor:pointer;text-decoration:none}
.button.main{background:var(--accent);border-color:var(--accent);color:var(--on)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.columns{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));align-items:start}
section>h2:first-child{margin-top:0}h3{font-size:.95rem;margin:1rem 0 .25rem}ul{list-style:none;margin:0;padding:0}li.item{border-top:1px solid var(--line);padding:.55rem 0;overflow-wrap:anywhere}li.unread strong{color:var(--accent)}
fieldset.plain{border:0;padding:0;margin:1rem 0 0}legend{font-weight:600;padding:0;margin:0 0 .5rem}
.tiles{display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,18rem),1fr));margin-top:1.25rem}.tiles .card{margin:0;padding:1.1rem 1rem .5rem}.tiles h2{margin:0 .25rem .5rem}.tiles .row{padding:.6rem .25rem;gap:.7rem}.tiles .soft{font-size:.85rem}
.crumbs{margin:0 0 .5rem}.tabs.tabs{gap:.25rem 1rem;border-bottom:1px solid var(--line);padding-bottom:.5rem;margin:0 0 1rem}.tabs a{text-decoration:none;color:var(--soft);padding:.15rem 0}.tabs a[aria-current]{color:var(--ink);font-weight:650;border-bottom:2px solid var(--accent)}
summary{cursor:pointer;font-weight:650}details dl,details ol{margin:.25rem 0;padding-left:1.25rem;overflow-wrap:anywhere}dt{color:var(--soft);font-size:.85rem}dd{margin:0 0 .25rem;white-space:pre-wrap}dd>dl,dd>ol{white-space:normal}
code{font:.92em ui-monospace,monospace;overflow-wrap:anywhere}
nav{display:flex;gap:.5rem;flex-wrap:wrap;margin:1rem 0}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:.92rem/1.5 ui-monospace,monospace;margin:0 0 .75rem}
`;
const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

export interface PageOptions {
  readonly status?: number;
  /** Origins a form on the page may end at, besides its own. */
  readonly formTo?: readonly string[];
  readonly narrow?: boolean;
}

/** A whole page without script, with a policy that allows nothing but its own style. */
export function page(title: string, content: Html, options: PageOptions = {}): SandboxAnswer {
  const formAction = ["'self'", ...(options.formTo ?? [])].join(' ');
  const text = html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${new Html(style)}</style></head>
<body><main${options.narrow ? new Html(' class="narrow"') : ''}>${content}</main></body>
</html>`.text;
  return {
    status: options.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=UTF-8',
      'content-security-policy': `default-src 'none'; style-src ${styleHash}; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
    body: text,
  };
}
