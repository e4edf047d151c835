import { Database, RuntimeModule, type ServiceRuntime } from '@switchboard/nest-kit';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CallersController } from './callers.controller.ts';
import { ChatModule } from './chat/chat.module.ts';

@Global()
@Module({})
class DatabaseModule {
  static of(database: Database): DynamicModule {
    return { module: DatabaseModule, providers: [{ provide: Database, useValue: database }], exports: [Database] };
  }
}

@Module({})
export class AppModule {
  static of(runtime: ServiceRuntime, database: Database): DynamicModule {
    const imports = [RuntimeModule.of(runtime), DatabaseModule.of(database), ChatModule];
    return { module: AppModule, imports, controllers: [CallersController] };
  }
}
