import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.ts';
import { CredentialsModule } from '../credentials/credentials.module.ts';
import { RunsModule } from '../runs/runs.module.ts';
import { ProxyStreams } from './proxy.streams.ts';

@Module({ imports: [CatalogModule, CredentialsModule, RunsModule], providers: [ProxyStreams] })
export class ProxyModule {}
