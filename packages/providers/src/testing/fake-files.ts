import { HubError } from '@switchboard/contracts';
import type { Files, StagedFile } from '@switchboard/provider-kit';

export interface FakeFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes?: Uint8Array;
  readonly sizeBytes?: number;
}

/** Staged files in memory. */
export class FakeFiles implements Files {
  readonly saved: { name: string; mediaType: string; bytes: Uint8Array }[] = [];
  readonly #files: Map<string, FakeFile>;

  constructor(files: Readonly<Record<string, FakeFile>> = {}) {
    this.#files = new Map(Object.entries(files));
  }

  add(file: FakeFile): string {
    const id = `01990000-0000-7000-8000-${String(this.#files.size + 1).padStart(12, '0')}`;
    this.#files.set(id, file);
    return id;
  }

  open(fileId: string): Promise<StagedFile> {
    const file = this.#files.get(fileId);
    return file ? Promise.resolve(staged(file)) : Promise.reject(new HubError('input_invalid', 'No such file.'));
  }

  async save(
    { name, mediaType }: { name: string; mediaType: string },
    content: Uint8Array | ReadableStream<Uint8Array>,
  ) {
    const bytes = new Uint8Array(await new Response(content as Uint8Array<ArrayBuffer>).arrayBuffer());
    this.saved.push({ name, mediaType, bytes });
    return { fileId: this.add({ name, mediaType, bytes }), sizeBytes: bytes.byteLength };
  }
}

const staged = ({ name, mediaType, bytes = new Uint8Array(), sizeBytes }: FakeFile): StagedFile => ({
  name,
  mediaType,
  sizeBytes: sizeBytes ?? bytes.byteLength,
  stream: () => new Blob([Buffer.from(bytes)]).stream(),
  bytes: () => Promise.resolve(bytes),
});
