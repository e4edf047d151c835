import { Readable } from 'node:stream';
import { openFile, stageFile } from '@switchboard/contracts';
import { StreamHost } from '@switchboard/nest-kit';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FilesService } from './files.service.ts';

/** Staging and downloading, as streams. */
@Injectable()
export class FilesStreams implements OnModuleInit {
  constructor(
    private readonly host: StreamHost,
    private readonly files: FilesService,
  ) {}

  onModuleInit(): void {
    this.host.handle(stageFile, async ({ parameters, body }, caller) => {
      const view = await this.files.stage(parameters, body ?? Readable.from([]), caller);
      const json = JSON.stringify(view);
      return { status: 201, headers: { 'content-type': 'application/json' }, body: Readable.from([json]) };
    });
    this.host.handle(openFile, async ({ parameters: { fileId } }, caller) => {
      const { view, content } = await this.files.open(fileId, caller);
      const headers = {
        'content-type': view.mediaType,
        'content-length': String(view.sizeBytes),
        'x-file-name': encodeURIComponent(view.name),
      };
      return { status: 200, headers, body: content };
    });
  }
}
