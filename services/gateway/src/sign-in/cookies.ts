import { createHash, randomBytes } from 'node:crypto';
import { SETTINGS, type Settings } from '@switchboard/nest-kit';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { HubService } from './hub.service.ts';

const flowSeconds = 3_600;

/**
 * The hub's two cookies, `session` and `flow` (G-1, O-4). Under https they carry the `__Host-` prefix; on http loopback, where
 * browsers refuse that, their name holds the hub's id, because cookies ignore ports.
 */
@Injectable()
export class Cookies {
  private readonly secure: boolean;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    private readonly hub: HubService,
  ) {
    this.secure = settings.publicUrl.startsWith('https://');
  }

  async read(kind: 'session' | 'flow', header: string | undefined): Promise<string | undefined> {
    if (!header) return undefined;
    const start = `${await this.nameOf(kind)}=`;
    const found = header.split(';').find((one) => one.trimStart().startsWith(start));
    const value = found?.trimStart().slice(start.length).trim();
    return value && /^[\w.~-]{1,512}$/.test(value) ? value : undefined;
  }

  /** The token of a new session; it lives as long as the browser, and at most until `expiresAt`. */
  async setSession(reply: FastifyReply, token: string, expiresAt: string): Promise<void> {
    await this.write(reply, 'session', token, `; Expires=${new Date(expiresAt).toUTCString()}`);
  }

  /** Ends the session in the browser with all it keeps of the hub (G-5). */
  async clearSession(reply: FastifyReply): Promise<void> {
    reply.header('clear-site-data', '"cache", "cookies", "storage"');
    await this.write(reply, 'session', '', '; Max-Age=0');
  }

  /** What ties a flow to this browser: SHA-256, base64url, of its flow cookie, which is made where it is missing. */
  async bindBrowser(header: string | undefined, reply: FastifyReply): Promise<string> {
    const value = (await this.read('flow', header)) ?? randomBytes(32).toString('base64url');
    await this.write(reply, 'flow', value, `; Max-Age=${flowSeconds}`);
    return digest(value);
  }

  /** The binding of the browser that comes back, if it has one. */
  async bindingOf(header: string | undefined): Promise<string | undefined> {
    const value = await this.read('flow', header);
    return value === undefined ? undefined : digest(value);
  }

  private async write(reply: FastifyReply, kind: 'session' | 'flow', value: string, life: string): Promise<void> {
    const secure = this.secure ? '; Secure' : '';
    reply.header('set-cookie', `${await this.nameOf(kind)}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}${life}`);
  }

  private async nameOf(kind: 'session' | 'flow'): Promise<string> {
    return this.secure ? `__Host-swb-${kind}` : `swb-${kind}-${await this.hub.id()}`;
  }
}

const digest = (value: string): string => createHash('sha256').update(value).digest('base64url');
