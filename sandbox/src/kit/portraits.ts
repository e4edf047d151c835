import { crc32 } from 'node:zlib';
import { png } from '../seed/files.ts';
import type { OriginHandler } from './exchange.ts';

/** The host where a provider keeps the pictures of accounts: at each address a small one in a colour of its own, for whoever asks. */
export const portraits: OriginHandler = ({ path }) => {
  const hash = crc32(path);
  const colour = [0, 8, 16].map((bits) => 60 + (((hash >>> bits) & 255) * 150) / 255) as [number, number, number];
  const picture = png('portrait.png', colour);
  return { status: 200, headers: { 'content-type': picture.type }, body: picture.bytes };
};
