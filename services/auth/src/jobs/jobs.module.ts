import { Module } from '@nestjs/common';
import { Database, LOG, type Log } from '@switchboard/nest-kit';
import { ConnectionsModule } from '../connections/connections.module.ts';
import { CredentialsModule } from '../credentials/credentials.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { ProvidersModule } from '../providers/providers.module.ts';
import { UpkeepService } from '../upkeep/upkeep.service.ts';
import { JobQueue } from './job-queue.ts';
import { Jobs } from './jobs.ts';

const queue = {
  provide: JobQueue,
  inject: [Database, LOG],
  useFactory: (database: Database, log: Log) => new JobQueue(database, log),
};

@Module({
  imports: [ConnectionsModule, CredentialsModule, NoticesModule, ProvidersModule],
  providers: [Jobs, UpkeepService, queue],
})
export class JobsModule {}
