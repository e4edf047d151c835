const alphabet = '0123456789abcdefghijklmnopqrstuv';

/** A UUID in base32hex (RFC 4648 §7): 26 of 0-9 and a-v, which providers take as ids of their own. */
export function markerOf(uuid: string): string {
  let value = BigInt(`0x${uuid.replaceAll('-', '')}`);
  let marker = '';
  for (let at = 0; at < 26; at += 1) {
    marker = alphabet[Number(value & 31n)] + marker;
    value >>= 5n;
  }
  return marker;
}
