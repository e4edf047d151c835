import { Module } from '@nestjs/common';
import { ConnectionsModule } from '../connections/connections.module.ts';
import { CredentialsModule } from '../credentials/credentials.module.ts';
import { Jobs } from './jobs.ts';
import { Renewal } from './renewal.ts';

@Module({ imports: [ConnectionsModule, CredentialsModule], providers: [Jobs, Renewal] })
export class JobsModule {}
