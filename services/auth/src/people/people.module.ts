import { Module } from '@nestjs/common';
import { ConnectionsModule } from '../connections/connections.module.ts';
import { ProvidersModule } from '../providers/providers.module.ts';
import { CallersService } from '../sessions/callers.service.ts';
import { SessionsController } from '../sessions/sessions.controller.ts';
import { SessionsService } from '../sessions/sessions.service.ts';
import { InvitationsService } from './invitations.service.ts';
import { MeService } from './me.service.ts';
import { MembersService } from './members.service.ts';
import { OwnerService } from './owner.service.ts';
import { PasswordsService } from './passwords.service.ts';
import { PeopleController } from './people.controller.ts';
import { SignInLimits } from './sign-in-limits.ts';
import { SignInService } from './sign-in.service.ts';

/** People and their sessions: whoever signs in gets one, so the two are one module. */
@Module({
  imports: [ConnectionsModule, ProvidersModule],
  controllers: [PeopleController, SessionsController],
  providers: [
    CallersService,
    InvitationsService,
    MeService,
    MembersService,
    OwnerService,
    PasswordsService,
    SessionsService,
    SignInLimits,
    SignInService,
  ],
  exports: [OwnerService, SessionsService],
})
export class PeopleModule {}
