import { ApiKey } from '../api-keys/api-key.entity.ts';
import { Connection } from '../connections/connection.entity.ts';
import { Timeline } from '../connections/timeline.entity.ts';
import { Envelope } from '../credentials/envelope.entity.ts';
import { Flow } from '../flows/flow.entity.ts';
import { NoticeRow } from '../notices/notice.entity.ts';
import { Invitation } from '../people/invitation.entity.ts';
import { Member } from '../people/member.entity.ts';
import { SignInAccount } from '../people/sign-in-account.entity.ts';
import { AccountPicture } from '../pictures/account-picture.entity.ts';
import { ClientState } from '../providers/client-state.entity.ts';
import { ProviderClient } from '../providers/provider-client.entity.ts';
import { StoredSecret } from '../secrets/secret.entity.ts';
import { Session } from '../sessions/session.entity.ts';

/** Every entity of the service. */
export const entities = [
  AccountPicture,
  ApiKey,
  ClientState,
  Connection,
  Envelope,
  Flow,
  Invitation,
  Member,
  NoticeRow,
  ProviderClient,
  Session,
  SignInAccount,
  StoredSecret,
  Timeline,
];
