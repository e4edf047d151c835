import { Module } from '@nestjs/common';
import { ClientsService } from './clients.service.ts';
import { ProvidersController } from './providers.controller.ts';
import { ProvidersService } from './providers.service.ts';

@Module({
  controllers: [ProvidersController],
  providers: [ClientsService, ProvidersService],
  exports: [ClientsService, ProvidersService],
})
export class ProvidersModule {}
