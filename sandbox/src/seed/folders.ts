import { csv, note, pdf, png, type SeedFile } from './files.ts';

/** A file that lies in a folder of a shared project; days count from today. */
export interface FiledFile extends SeedFile {
  /** Folders from the top, without the file's own name. */
  readonly folder: readonly string[];
  readonly daysAgo: number;
}

const filed = (folder: readonly string[], daysAgo: number, file: SeedFile): FiledFile => ({ ...file, folder, daysAgo });

/** The studio's files, for every provider that keeps some: two levels of folders, several kinds, names that try a client. */
export const studioFiles = (): readonly FiledFile[] => [
  filed([], 40, note('Read me first.txt', 'Each customer has a folder. Drafts stay in Drafts.\n')),
  filed(['Harborline'], 12, pdf('Contract.pdf', 'Contract', ['Fernhill Studio and Harborline Shipping', 'Tracking site, 48,000 EUR'])),
  filed(['Harborline'], 2, note('Kick-off agenda.txt', 'Scope, people, first delivery.\n')),
  filed(['Harborline', 'Data'], 1, csv('export-sample.csv', [['container', 'port', 'eta'], ['HLXU 204418', 'Rotterdam', '14:20'], ['HLXU 204502', 'Felixstowe', '16:05']])),
  filed(['Harborline', 'Drafts'], 3, png('quay-map-sketch.png', [70, 120, 190])),
  filed(['Quillworks'], 19, pdf('Proof pages.pdf', 'Proofs', ['Page 1 and page 2, red prints darker'])),
  filed(['Quillworks', 'Copy'], 6, note('Tone of voice — draft.txt', 'Short sentences. Warm, never cute.\n')),
  filed(['Quillworks', 'Copy'], 6, note('مرحبا שלום.txt', 'שלום. مرحبا.\n')),
  filed(['Studio'], 14, pdf('Lease renewal.pdf', 'Lease renewal', ['Unit 4, Canal Street', 'Five years, break after three'])),
  filed(['Studio'], 20, csv('expenses-october.csv', [['day', 'what', 'amount'], ['03', 'train', 64.2], ['11', 'lunch', 38], ['24', 'hotel', 142.5]])),
]; // prettier-ignore

/** Every folder that holds something, parents before what lies in them. */
export const studioFolders = (): readonly (readonly string[])[] => {
  const paths = studioFiles().flatMap(({ folder }) => folder.map((_name, at) => folder.slice(0, at + 1)));
  const byPath = new Map(paths.map((path) => [path.join('/'), path]));
  return [...byPath.values()].sort((a, b) => a.length - b.length);
};
