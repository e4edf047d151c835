import { hash, verify } from '@node-rs/argon2';
import { HubError } from '@switchboard/contracts';
import { Injectable } from '@nestjs/common';

/** argon2id, 19 MiB, two passes, one lane (OWASP's first choice, V-14); the same in tests. */
export const argon2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A password of nobody, so that a name nobody has takes as long as one somebody has (G-6). */
let nobodys: Promise<string> | undefined;
let common: Promise<ReadonlySet<string>> | undefined;

@Injectable()
export class PasswordsService {
  hash(password: string): Promise<string> {
    return hash(password, argon2);
  }

  /** @returns false for a wrong password and for a person without one, in the same time. */
  async matches(stored: string | null | undefined, password: string): Promise<boolean> {
    nobodys ??= hash('nobody has this password', argon2);
    const right = await verify(stored ?? (await nobodys), password).catch(() => false);
    return right && Boolean(stored);
  }

  /** @throws HubError `input_invalid` for a password that many people use or that says who it is for. */
  async refuseCommon(password: string, field: string, about: readonly string[] = []): Promise<void> {
    const plain = password.toLowerCase();
    const personal = about.flatMap((text) => [text.toLowerCase(), text.toLowerCase().split('@')[0] ?? '']);
    const tooEasy = (await commonPasswords()).has(plain) || personal.includes(plain) || new Set(plain).size < 4;
    if (!tooEasy) return;
    const message = 'This password is too easy to guess. Choose another one.';
    throw new HubError('input_invalid', message, { errors: [{ path: `/${field}`, message }] });
  }
}

/** The list is large, so it is read when the first password is chosen. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  common ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set<string>([...dictionary['passwords-common'], 'switchboard', 'password1', 'passw0rd1']),
  );
  return common;
}
