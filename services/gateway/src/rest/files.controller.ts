import { type Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { getFileRoute, HubError, openFile, postFile, stageFile, StagedFileView } from '@switchboard/contracts';
import { type Caller, Streams } from '@switchboard/nest-kit';
import { HandleRoute, type Http, type RouteInput, Streamed } from '@switchboard/nest-kit/http';
import { Controller } from '@nestjs/common';
import { sandboxPolicy } from '../http/security-headers.ts';
import { uploadOf } from '../http/upload.ts';
import { attachment, fileNameOf } from './file-name.ts';

/** Staged files: streamed in, streamed out, never held here. */
@Controller()
export class FilesController {
  constructor(private readonly streams: Streams) {}

  @HandleRoute(postFile)
  async stage(_: RouteInput<typeof postFile>, caller: Caller, { request }: Http) {
    const { 'content-type': mediaType = 'application/octet-stream', 'content-disposition': disposition } =
      request.headers;
    if (mediaType.length > 255) throw new HubError('input_invalid', 'The content type is too long.');
    const parameters = { name: fileNameOf(disposition), mediaType };
    const answer = await this.streams.open(stageFile, { parameters, headers: {}, body: uploadOf(request) }, caller);
    return StagedFileView.parse(JSON.parse(await text(answer.body as Readable)));
  }

  @HandleRoute(getFileRoute)
  async open({ params }: RouteInput<typeof getFileRoute>, caller: Caller, { reply }: Http) {
    const { headers, body } = await this.streams.open(openFile, { parameters: params, headers: {} }, caller);
    const name = decodeURIComponent(String(headers['x-file-name'] ?? 'file'));
    reply.header('content-disposition', attachment(name)).header('content-security-policy', sandboxPolicy);
    const length = headers['content-length'];
    const type = String(headers['content-type'] ?? 'application/octet-stream');
    return new Streamed(200, { 'content-type': type, ...(length ? { 'content-length': length } : {}) }, body);
  }
}
