import { rmSync } from 'node:fs';

export default async function tearDown() {
  const servers = globalThis.switchboardTestServers;
  if (!servers) return;
  await servers.postgres.stop();
  rmSync(servers.folder, { recursive: true, force: true });
}
