import path from 'node:path';

/** Where the person who typed the command stands; npm itself moves to the repository. */
const startedFrom = process.env.INIT_CWD ?? process.cwd();
const isPath = (name: string): boolean => /^SWB_(DATA_DIR|ORIGIN_MAP|\w+_FILE)$/.test(name);

/** The environment with absolute paths in the settings that name files. */
export const environment: Readonly<Record<string, string | undefined>> = Object.fromEntries(
  Object.entries(process.env).map(([name, value]) => [
    name,
    value && isPath(name) ? path.resolve(startedFrom, value) : value,
  ]),
);

/** The process that started this one and without which it should not go on; 0 where there is none. */
export const parentPid = Number(process.env.SWB_PARENT_PID ?? 0);
