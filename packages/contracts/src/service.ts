import { z } from 'zod';

export const ServiceName = z.enum(['auth', 'integrations', 'assistant', 'gateway']);
export type ServiceName = z.infer<typeof ServiceName>;
export const serviceNames = ServiceName.options;
