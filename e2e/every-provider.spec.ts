import { walkEverySecond } from './support/walk-all.ts';

walkEverySecond(0);
