import { crc32, deflateSync } from 'node:zlib';

/** A small file that a seed puts somewhere. */
export interface SeedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
  /** Shown inside an HTML mail under this content id instead of listed. */
  readonly cid?: string;
}

/** A one-page PDF with a heading and lines. */
export function pdf(name: string, heading: string, lines: readonly string[]): SeedFile {
  const escape = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?').replace(/[()\\]/g, '\\$&');
  const content = `BT /F1 20 Tf 60 770 Td (${escape(heading)}) Tj /F1 11 Tf ${lines.map((line) => `0 -20 Td (${escape(line)}) Tj`).join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return { name, type: 'application/pdf', bytes: Buffer.from(text, 'latin1') };
}

type Colour = readonly [red: number, green: number, blue: number];

const drawn = new Map<string, Buffer>();

/** A small picture: a soft gradient from one colour. */
export function png(name: string, colour: Colour, cid?: string): SeedFile {
  const bytes = drawn.get(colour.join()) ?? draw(colour);
  drawn.set(colour.join(), bytes);
  return { name, type: 'image/png', bytes, ...(cid && { cid }) };
}

function draw([red, green, blue]: Colour): Buffer {
  const side = 96;
  const rows = Buffer.alloc(side * (1 + side * 3));
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const shade = 0.55 + (0.45 * (x + y)) / (2 * side);
      const at = y * (1 + side * 3) + 1 + x * 3;
      rows[at] = Math.round(red * shade);
      rows[at + 1] = Math.round(green * shade);
      rows[at + 2] = Math.round(blue * shade);
    }
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(body.length + 8);
    frame.writeUInt32BE(data.length, 0);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc32(body), body.length + 4);
    return frame;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export const csv = (name: string, rows: readonly (readonly (string | number)[])[]): SeedFile => ({
  name,
  type: 'text/csv',
  bytes: Buffer.from(rows.map((row) => row.join(',')).join('\r\n')),
});

export const note = (name: string, text: string): SeedFile => ({
  name,
  type: 'text/plain',
  bytes: Buffer.from(text),
});
