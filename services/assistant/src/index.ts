export { assistantService } from './service.ts';
