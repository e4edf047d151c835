/** Cuts a stream into pieces of one size, the last one smaller; never more than one piece is held. */
export async function* chunksOf(stream: ReadableStream<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array> {
  let piece = new Uint8Array(bytes);
  let filled = 0;
  for await (const part of stream) {
    for (let at = 0; at < part.byteLength;) {
      const taken = part.subarray(at, at + bytes - filled);
      piece.set(taken, filled);
      filled += taken.byteLength;
      at += taken.byteLength;
      if (filled < bytes) continue;
      yield piece;
      piece = new Uint8Array(bytes);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}
