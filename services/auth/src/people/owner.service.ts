import { Inject, Injectable } from '@nestjs/common';
import { HubError } from '@switchboard/contracts';
import { Database, Ids, type Settings, SETTINGS, SettingsError } from '@switchboard/nest-kit';
import type { EntityManager } from 'typeorm';
import { Hub } from '../core/hub.ts';
import { equalTexts } from '../sessions/tokens.ts';
import { Member } from './member.entity.ts';
import { PasswordsService } from './passwords.service.ts';

export interface NewOwner {
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string | null;
  readonly timeZone: string;
}

/** The first owner, made once. */
@Injectable()
export class OwnerService {
  constructor(
    private readonly database: Database,
    private readonly hub: Hub,
    private readonly ids: Ids,
    private readonly passwords: PasswordsService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  exists(): Promise<boolean> {
    return this.database.asService((manager) => this.existsIn(manager));
  }

  /** True for the one-time code of this start; in constant time. */
  codeIsRight(code: string): boolean {
    const expected = this.settings.SWB_SETUP_CODE;
    return expected !== undefined && equalTexts(expected, code);
  }

  /** @throws HubError `already_set_up` where there is an owner: two at once make one. */
  async make(manager: EntityManager, owner: NewOwner): Promise<Member> {
    await manager.query('SELECT id FROM auth.hub FOR UPDATE');
    if (await this.existsIn(manager)) throw new HubError('already_set_up');
    const members = manager.getRepository(Member);
    const id = this.ids.uuid();
    await members.insert({ id, hubId: this.hub.id, role: 'owner', ...owner });
    return members.findOneByOrFail({ id });
  }

  /** Makes the owner that `SWB_OWNER_EMAIL` and `SWB_OWNER_PASSWORD` name, where there is none yet. */
  async makeFromSettings(): Promise<void> {
    const { SWB_OWNER_EMAIL: email, SWB_OWNER_PASSWORD: password } = this.settings;
    if (!email || !password || (await this.exists())) return;
    await this.passwords.refuseCommon(password, 'SWB_OWNER_PASSWORD', [email]).catch(() => {
      throw new SettingsError('SWB_OWNER_PASSWORD is too easy to guess.');
    });
    const passwordHash = await this.passwords.hash(password);
    const name = email.split('@')[0] ?? email;
    await this.database
      .asService((manager) => this.make(manager, { name, email, passwordHash, timeZone: 'UTC' }))
      .catch((error: unknown) => {
        if (!(error instanceof HubError && error.code === 'already_set_up')) throw error;
      });
  }

  private async existsIn(manager: EntityManager): Promise<boolean> {
    const found = await manager
      .getRepository(Member)
      .createQueryBuilder('m')
      .where(`m.hubId = :id AND m.role = 'owner' AND m.removedAt IS NULL`, { id: this.hub.id })
      .getCount();
    return found > 0;
  }
}
