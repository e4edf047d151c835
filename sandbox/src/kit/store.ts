import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const writeDelayMs = 150;
const inFileBytes = 256 * 1024;
const lost = Buffer.from('Subject: (not kept)\r\n\r\nThe bytes of this message are no longer here.');

interface Saved {
  readonly tree: Record<string, unknown>;
  readonly blobs: Record<string, string>;
}

/**
 * What a sandbox remembers: a tree of plain values in named parts and a heap of byte blobs.
 * All of it is one file, but for large blobs, which lie in a folder beside it.
 */
export class Store {
  readonly #file: string | undefined;
  readonly #tree: Record<string, unknown> = {};
  readonly #blobs = new Map<string, Buffer>();
  /** What each part looked like when it was last written; a part nobody read since needs no new text. */
  readonly #written = new Map<string, string>();
  readonly #writtenBlobs = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(file?: string) {
    this.#file = file;
    if (!file || !existsSync(file)) return;
    const saved = JSON.parse(readFileSync(file, 'utf8')) as Saved;
    this.#tree = saved.tree;
    for (const [name, text] of Object.entries(saved.blobs)) this.#blobs.set(name, Buffer.from(text, 'base64'));
  }

  /** The part of the tree called `name`, made on first use; change it in place, then call `changed`. */
  part<T extends object>(name: string, make: () => T): T {
    this.#written.delete(name);
    if (!Object.hasOwn(this.#tree, name)) {
      this.#tree[name] = make();
      this.changed();
    }
    return this.#tree[name] as T;
  }

  /** Keeps bytes under the name of their content. */
  putBlob(bytes: Buffer): string {
    const name = createHash('sha256').update(bytes).digest('hex').slice(0, 40);
    if (this.#blobs.has(name)) return name;
    this.#blobs.set(name, bytes);
    if (this.#file && bytes.length > inFileBytes) {
      mkdirSync(dirname(this.#blobPath(name)), { recursive: true });
      writeFileSync(this.#blobPath(name), bytes, { mode: 0o600 });
    }
    return name;
  }

  blob(name: string): Buffer {
    const known = this.#blobs.get(name);
    if (known) return known;
    const bytes = this.#file && existsSync(this.#blobPath(name)) ? readFileSync(this.#blobPath(name)) : lost;
    this.#blobs.set(name, bytes);
    return bytes;
  }

  /** Schedules a write; many changes close together cost one. */
  changed(): void {
    if (!this.#file || this.#timer) return;
    this.#timer = setTimeout(() => this.flush(), writeDelayMs);
    this.#timer.unref();
  }

  /** Writes now, whole or not at all. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#file) return;
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.new`, `{"tree":{${this.#treeText()}},"blobs":{${this.#blobText()}}}`, { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
  }

  /** Forgets the named parts; they are made anew on next use. */
  forget(name: string): void {
    delete this.#tree[name];
    this.#written.delete(name);
    this.changed();
  }

  #treeText(): string {
    for (const [name, value] of Object.entries(this.#tree))
      if (!this.#written.has(name)) this.#written.set(name, `${JSON.stringify(name)}:${JSON.stringify(value)}`);
    return [...this.#written.values()].join(',');
  }

  #blobText(): string {
    for (const [name, bytes] of this.#blobs)
      if (bytes.length <= inFileBytes && !this.#writtenBlobs.has(name))
        this.#writtenBlobs.set(name, `"${name}":"${bytes.toString('base64')}"`);
    return [...this.#writtenBlobs.values()].join(',');
  }

  #blobPath(name: string): string {
    return join(`${this.#file}.blobs`, name.slice(0, 2), name);
  }
}
