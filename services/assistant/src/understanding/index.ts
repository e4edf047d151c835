/* eslint-disable no-restricted-syntax -- the one door to the understanding; everything else in the folder is its own business */
export * from './types.ts';
export * from './when-types.ts';
export { understand } from './understand.ts';
export { firstDay } from './time/series.ts';
