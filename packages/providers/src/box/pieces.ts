/** Cuts a stream into pieces of one size, the last one smaller; never more than one piece is held. */
export async function* piecesOf(stream: ReadableStream<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let bytesHeld = 0;
  for await (let bytes of stream) {
    while (bytesHeld + bytes.byteLength >= size) {
      const taken = size - bytesHeld;
      yield Buffer.concat([...held, bytes.subarray(0, taken)]);
      bytes = bytes.subarray(taken);
      held = [];
      bytesHeld = 0;
    }
    held.push(bytes);
    bytesHeld += bytes.byteLength;
  }
  if (bytesHeld > 0) yield Buffer.concat(held);
}
