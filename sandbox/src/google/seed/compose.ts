import { nameFor } from '../../kit/random.ts';
import type { SeedFile } from '../../seed/files.ts';

interface Correspondent {
  readonly name: string;
  readonly email: string;
}

export interface Letter {
  readonly from: Correspondent;
  readonly to: readonly Correspondent[];
  readonly cc?: readonly Correspondent[];
  readonly subject: string;
  readonly text?: string;
  readonly html?: string;
  readonly at: number;
  readonly messageId: string;
  readonly references?: readonly string[];
  readonly attachments?: readonly SeedFile[];
  readonly extra?: Readonly<Record<string, string>>;
  /** Writes the text in Latin-1, as old programs do. */
  readonly latin1?: boolean;
}

const isAscii = (text: string): boolean => !/[^\x20-\x7e]/.test(text);
const word = (text: string): string => (isAscii(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`);
const person = ({ name, email }: Correspondent): string => `${isAscii(name) ? `"${name}"` : word(name)} <${email}>`;
const wrap = (bytes: Buffer): string => bytes.toString('base64').replace(/.{76}(?=.)/g, '$&\r\n');

const textPart = (type: string, text: string): string =>
  `Content-Type: ${type}; charset="UTF-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${wrap(Buffer.from(text))}\r\n`;

const latinPart = (text: string): string => {
  const quoted = [...Buffer.from(text, 'latin1')]
    .map((byte) =>
      byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
    )
    .join('');
  return `Content-Type: text/plain; charset="iso-8859-1"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quoted.replace(/\n/g, '\r\n')}\r\n`;
};

const filePart = ({ name, type, bytes, cid }: SeedFile): string =>
  `Content-Type: ${type}; name="${word(name)}"\r\nContent-Disposition: ${cid ? 'inline' : 'attachment'}; filename="${word(name)}"\r\n${cid ? `Content-ID: <${cid}>\r\n` : ''}Content-Transfer-Encoding: base64\r\n\r\n${wrap(bytes)}\r\n`;

function multipart(kind: string, parts: readonly string[], mark: string): string {
  const boundary = `b_${nameFor(mark + kind, 20)}`;
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${parts.map((part) => `--${boundary}\r\n${part}`).join('')}--${boundary}--\r\n`;
}

/** A letter as the bytes that travel. */
export function compose(letter: Letter): Buffer {
  const { from, to, cc, subject, text, html, messageId, references, attachments = [] } = letter;
  const bodies = [
    ...(text === undefined ? [] : [letter.latin1 ? latinPart(text) : textPart('text/plain', text)]),
    ...(html === undefined ? [] : [textPart('text/html', html)]),
  ];
  let content =
    bodies.length > 1 ? multipart('alternative', bodies, messageId) : (bodies[0] ?? textPart('text/plain', ''));
  const inline = attachments.filter((file) => file.cid);
  if (inline.length > 0) content = multipart('related', [content, ...inline.map(filePart)], messageId);
  const files = attachments.filter((file) => !file.cid);
  if (files.length > 0) content = multipart('mixed', [content, ...files.map(filePart)], messageId);
  const headers = [
    `From: ${person(from)}`,
    `To: ${to.map(person).join(', ')}`,
    ...(cc?.length ? [`Cc: ${cc.map(person).join(', ')}`] : []),
    `Subject: ${word(subject)}`,
    `Date: ${new Date(letter.at).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${messageId}`,
    ...(references?.length ? [`In-Reply-To: ${references.at(-1)}`, `References: ${references.join(' ')}`] : []),
    'MIME-Version: 1.0',
    ...Object.entries(letter.extra ?? {}).map(([name, value]) => `${name}: ${value}`),
  ];
  return Buffer.from(`${headers.join('\r\n')}\r\n${content}`, 'utf8');
}
