import { HubError } from '@switchboard/contracts';
import { z } from 'zod';

const editors = 'application/vnd.google-apps.';
const office = 'application/vnd.openxmlformats-officedocument.';
const pdf = { mediaType: 'application/pdf', extension: 'pdf' };
const text = { mediaType: 'text/plain', extension: 'txt' };

/**
 * What each editor's files can be had as.
 * @see https://developers.google.com/workspace/drive/api/guides/ref-export-formats read on 2026-11-21
 */
const formats: Readonly<Record<string, Readonly<Partial<Record<ExportAs, typeof pdf>>>>> = {
  [`${editors}document`]: {
    pdf,
    text,
    office: { mediaType: `${office}wordprocessingml.document`, extension: 'docx' },
    markdown: { mediaType: 'text/markdown', extension: 'md' },
  },
  [`${editors}spreadsheet`]: {
    pdf,
    text: { mediaType: 'text/csv', extension: 'csv' },
    office: { mediaType: `${office}spreadsheetml.sheet`, extension: 'xlsx' },
  },
  [`${editors}presentation`]: {
    pdf,
    text,
    office: { mediaType: `${office}presentationml.presentation`, extension: 'pptx' },
  },
  [`${editors}drawing`]: { pdf },
};

export const ExportAs = z
  .enum(['pdf', 'office', 'text', 'markdown'])
  .default('pdf')
  .describe('What a file of Google Docs, Sheets or Slides becomes; others stay as they are');
export type ExportAs = z.output<typeof ExportAs>;

/** True for files that only Google's editors can open; they have no content of their own. */
export const isEditorFile = (mimeType: string): boolean => mimeType.startsWith(editors);

/** @throws HubError `input_invalid` for a kind of file that cannot be had like that. */
export function exportOf(mimeType: string, as: ExportAs): { mediaType: string; extension: string } {
  const format = formats[mimeType]?.[as];
  if (!format) {
    const kind = mimeType.slice(editors.length);
    throw new HubError('input_invalid', `Google cannot give a ${kind} as ${as}. Choose another form.`);
  }
  return format;
}
