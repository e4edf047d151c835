const chunkBytes = 1024 * 1024;

/** Cuts a stream into chunks of 1 MiB; the last may be shorter. */
export async function* chunked(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let kept: Uint8Array[] = [];
  let size = 0;
  for await (const piece of source) {
    kept.push(piece);
    size += piece.length;
    if (size < chunkBytes) continue;
    const whole = Buffer.concat(kept, size);
    let at = 0;
    for (; size - at >= chunkBytes; at += chunkBytes) yield whole.subarray(at, at + chunkBytes);
    kept = [whole.subarray(at)];
    size -= at;
  }
  if (size > 0) yield Buffer.concat(kept, size);
}
