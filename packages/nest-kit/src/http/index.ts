export * from './exchange.ts';
export * from './handle-route.ts';
export * from './problem.ts';
export * from './problem.filter.ts';
export * from './send-streamed.ts';
