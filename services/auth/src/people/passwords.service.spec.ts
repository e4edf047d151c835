import { expect, test } from '@jest/globals';
import { argon2, PasswordsService } from './passwords.service.ts';

const passwords = new PasswordsService();

test('V-14 a password is kept as argon2id at current parameters and fits only itself', async () => {
  const stored = await passwords.hash('a long walk by the sea');

  expect(stored).toContain(`$argon2id$v=19$m=${argon2.memoryCost},t=${argon2.timeCost},p=${argon2.parallelism}$`);
  expect(argon2.memoryCost).toBeGreaterThanOrEqual(19_456);
  expect(await passwords.matches(stored, 'a long walk by the sea')).toBe(true);
  expect(await passwords.matches(stored, 'a long walk by the sea ')).toBe(false);
  expect(await passwords.matches(null, 'a long walk by the sea')).toBe(false);
  expect(await passwords.matches(undefined, 'nobody has this password')).toBe(false);
});

test('V-14 common passwords and those that say who it is for are refused; long plain words are not', async () => {
  for (const easy of ['password1', 'qwertyuiop', '12345678', 'aaaaaaaa', 'Ada.Marsh', 'ada.marsh@example.com'])
    await expect(passwords.refuseCommon(easy, 'password', ['ada.marsh@example.com'])).rejects.toMatchObject({
      code: 'input_invalid',
      details: { errors: [{ path: '/password' }] },
    });

  await passwords.refuseCommon('correct horse battery staple', 'password', ['ada.marsh@example.com']);
  await passwords.refuseCommon('ünïcödé🌊wörds', 'password');
});

test('G-6 a person without a password takes as long as one with', async () => {
  const stored = await passwords.hash('a long walk by the sea');
  await passwords.matches(undefined, 'warm up');
  const median = async (hash: string | undefined): Promise<number> => {
    const times: number[] = [];
    for (let round = 0; round < 9; round++) {
      // The processor's time, not the clock's: the machine may be doing other things.
      const before = process.cpuUsage();
      await passwords.matches(hash, 'wrong password');
      const { user, system } = process.cpuUsage(before);
      times.push(user + system);
    }
    return times.sort((one, other) => one - other)[4] ?? 0;
  };

  const [known, unknown] = [await median(stored), await median(undefined)];

  expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(1.5);
});
