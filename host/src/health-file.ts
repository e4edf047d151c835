import { rmSync, writeFileSync } from 'node:fs';
import type { RunningService } from '@switchboard/nest-kit';

const everyMs = 5_000;

/** Touches a file while the service and what it needs answer, so that a container's health check costs no process. */
export function keepHealthFile(file: string | undefined, service: RunningService): { stop(): void } {
  if (!file) return { stop: () => undefined };
  const look = async (): Promise<void> => {
    const checks = await service.ready().catch(() => ({ service: false }));
    if (Object.values(checks).every(Boolean)) writeFileSync(file, '');
    else rmSync(file, { force: true });
  };
  void look();
  const timer = setInterval(() => void look(), everyMs);
  return {
    stop: () => {
      clearInterval(timer);
      rmSync(file, { force: true });
    },
  };
}
