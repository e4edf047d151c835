import { Module } from '@nestjs/common';
import { FilesService } from './files.service.ts';
import { FilesStreams } from './files.streams.ts';

@Module({ providers: [FilesService, FilesStreams], exports: [FilesService] })
export class FilesModule {}
