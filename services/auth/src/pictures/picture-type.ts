export type PictureType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';

const png = Buffer.from('89504e470d0a1a0a', 'hex').toString('latin1');
const jpeg = Buffer.from('ffd8ff', 'hex').toString('latin1');

/** What the bytes are by how they begin, whatever their sender calls them; undefined for anything but these four. */
export function pictureType(bytes: Buffer): PictureType | undefined {
  const start = bytes.toString('latin1', 0, 16);
  if (start.startsWith(png)) return 'image/png';
  if (start.startsWith(jpeg)) return 'image/jpeg';
  if (/^GIF8[79]a/.test(start)) return 'image/gif';
  return /^RIFF[^]{4}WEBPVP8/.test(start) ? 'image/webp' : undefined;
}
