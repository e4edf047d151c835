import { Module } from '@nestjs/common';
import { NoticeClaims } from './claims.service.ts';
import { NoticesController } from './notices.controller.ts';
import { NoticesService } from './notices.service.ts';

@Module({ controllers: [NoticesController], providers: [NoticeClaims, NoticesService], exports: [NoticesService] })
export class NoticesModule {}
