import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

export interface WebFile {
  readonly file: string;
  readonly type: string;
  readonly sizeBytes: number;
  readonly etag: string;
  /** True where the name changes with the content. */
  readonly hashed: boolean;
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json',
};

interface Content {
  readonly files: ReadonlyMap<string, WebFile>;
  readonly html: string | undefined;
}

/** A folder of built files, known by name: an address is looked up and never made into a path (G-13). */
export class WebFolder {
  private read: { builtAtMs: number; content: Promise<Content> } | undefined;

  constructor(
    private readonly root: string,
    /** Where in the addresses the folder begins. */
    private readonly base = '/',
  ) {}

  async find(address: string): Promise<WebFile | undefined> {
    const { files } = await this.content();
    return address.endsWith('/index.html') ? undefined : files.get(address);
  }

  async index(): Promise<string | undefined> {
    return (await this.content()).html;
  }

  /** What is in the folder; it is read again once it was built anew. */
  private async content(): Promise<Content> {
    const built = await stat(path.join(this.root, 'index.html')).catch(() => undefined);
    const builtAtMs = built?.mtimeMs ?? 0;
    if (this.read?.builtAtMs !== builtAtMs) this.read = { builtAtMs, content: this.look(built !== undefined) };
    return this.read.content;
  }

  private async look(hasIndex: boolean): Promise<Content> {
    const html = hasIndex ? await readFile(path.join(this.root, 'index.html'), 'utf8') : undefined;
    const entries = await readdir(this.root, { recursive: true, withFileTypes: true }).catch(() => []);
    const found = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
    return { html, files: new Map(await Promise.all(found.map((file) => this.describe(file)))) };
  }

  private async describe(file: string): Promise<[string, WebFile]> {
    const { size, mtimeMs } = await stat(file);
    const name = path.relative(this.root, file).split(path.sep).join('/');
    const etag = `"${createHash('sha256').update(`${name}:${size}:${mtimeMs}`).digest('base64url').slice(0, 22)}"`;
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    return [this.base + name, { file, type, sizeBytes: size, etag, hashed: name.startsWith('assets/') }];
  }
}
