import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** What listens on a TCP port of this machine, as `node (pid 4711)`; undefined where the system does not tell. */
export function portHolder(port: number): string | undefined {
  const inode = listeningInode(port);
  if (!inode) return undefined;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (!holds(pid, inode)) continue;
    const program = read(`/proc/${pid}/cmdline`)?.split('\0')[0]?.split('/').at(-1);
    return `${program || 'a program'} (pid ${pid})`;
  }
  return undefined;
}

function listeningInode(port: number): string | undefined {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  const lines = `${read('/proc/net/tcp') ?? ''}\n${read('/proc/net/tcp6') ?? ''}`.split('\n');
  const columns = lines.map((line) => line.trim().split(/\s+/));
  return columns.find((column) => column[1]?.endsWith(`:${hex}`) && column[3] === '0A')?.[9];
}

function holds(pid: string, inode: string): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`) === `socket:[${inode}]`);
  } catch {
    return false;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
