export * from './auth.ts';
export * from './fill.ts';
export * from './http.ts';
export * from './send.ts';
export * from './create-http.ts';
export { checkedAnswer, type Attempt } from './failure.ts';
export * from './action.ts';
export * from './provider.ts';
export * from './picked.ts';
