import { crc32 } from 'node:zlib';
import { pdf } from '../../seed/files.ts';
import { GoogleError } from '../errors.ts';
import type { StoredFile } from './model.ts';

const office = 'application/vnd.openxmlformats-officedocument.';
const google = 'application/vnd.google-apps.';
const exportLimit = 10 * 1024 * 1024;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const lines = ({ text = '' }: StoredFile): string[] => text.split('\n');

type Convert = (file: StoredFile) => Buffer;
const asPdf: Convert = (file) => pdf(file.name, file.name, lines(file)).bytes;
const asText: Convert = (file) => Buffer.from(`\uFEFF${lines(file).join('\r\n')}`);
const asIs: Convert = (file) => Buffer.from(file.text ?? '');
const asHtml: Convert = (file) =>
  Buffer.from(
    `<html><body>${lines(file)
      .map((line) => `<p>${escaped(line)}</p>`)
      .join('')}</body></html>`,
  );
const asPackage =
  (part: string): Convert =>
  (file) =>
    zip([
      ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
      [
        part,
        `<document>${lines(file)
          .map((line) => `<p>${escaped(line)}</p>`)
          .join('')}</document>`,
      ],
    ]);

const conversions: Readonly<Record<string, Readonly<Record<string, Convert>>>> = {
  [`${google}document`]: {
    'application/pdf': asPdf,
    'text/plain': asText,
    'text/html': asHtml,
    'text/markdown': asIs,
    [`${office}wordprocessingml.document`]: asPackage('word/document.xml'),
  },
  [`${google}spreadsheet`]: {
    'application/pdf': asPdf,
    'text/csv': asIs,
    'text/tab-separated-values': (file) => Buffer.from((file.text ?? '').replaceAll(',', '\t')),
    [`${office}spreadsheetml.sheet`]: asPackage('xl/workbook.xml'),
  },
  [`${google}presentation`]: {
    'application/pdf': asPdf,
    'text/plain': asText,
    [`${office}presentationml.presentation`]: asPackage('ppt/presentation.xml'),
  },
};

export const exportTypes = (mimeType: string): string[] => Object.keys(conversions[mimeType] ?? {});

/** An editors' file in another form. @throws {GoogleError} 400 for a form it does not have, 403 for other files and above 10 MB. */
export function exported(file: StoredFile, mimeType: string): Buffer {
  const forms = conversions[file.mimeType];
  if (!forms)
    throw new GoogleError(403, 'fileNotExportable', 'Export only supports Docs Editors files.', { location: 'fileId' });
  const convert = Object.hasOwn(forms, mimeType) ? forms[mimeType] : undefined;
  if (!convert)
    throw new GoogleError(400, 'badRequest', 'The requested conversion is not supported.', { location: 'convertTo' });
  const bytes = convert(file);
  if (bytes.length > exportLimit)
    throw new GoogleError(403, 'exportSizeLimitExceeded', 'This file is too large to be exported.');
  return bytes;
}

/** A ZIP archive whose members are not compressed (PKWARE APPNOTE §4.3). */
function zip(members: readonly (readonly [name: string, text: string])[]): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of members) {
    const data = Buffer.from(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, rest, Buffer.from(name)]));
    bodies.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, directory, Buffer.from('PK\u0005\u0006'), end]);
}
