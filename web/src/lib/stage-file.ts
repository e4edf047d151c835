import { postFile, StagedFileView } from '@switchboard/contracts';
import { newKey } from './ids.ts';
import { localProblem } from './problem-error.ts';
import { send } from './send.ts';

/**
 * Hands a file to the hub, as it is; its name travels by RFC 6266.
 * @throws {ProblemError} `payload_too_large` and others.
 */
export async function stageFile(file: File): Promise<StagedFileView> {
  const response = await send(postFile, {
    key: newKey(),
    raw: file,
    headers: {
      'Content-Type': file.type || 'application/octet-stream',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, escaped)}`,
    },
  });
  const parsed = StagedFileView.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) throw localProblem('internal');
  return parsed.data;
}

const escaped = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
