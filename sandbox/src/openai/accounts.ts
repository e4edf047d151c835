import { ada, jonas } from '../seed/cast.ts';

/** Whose key it is; the third has used up its credit. */
export interface KeyHolder {
  readonly id: string;
  readonly title: string;
  readonly key: string;
  readonly credit: boolean;
}

export const holders: readonly KeyHolder[] = [
  { id: ada.email, title: ada.name, key: 'sk-sandbox-ada-marsh-0001', credit: true },
  { id: jonas.email, title: jonas.name, key: 'sk-sandbox-jonas-weld-0002', credit: true },
  { id: 'trial@fernhill.example', title: 'Used-up trial', key: 'sk-sandbox-used-up-0003', credit: false },
];

export const holderBy = (id: string): KeyHolder | undefined => holders.find((holder) => holder.id === id);

/** The models of the stand-in, as OpenAI names such; `created` in seconds. */
export const models = [
  { id: 'gpt-4.1', created: 1_744_316_542, owned_by: 'system', answers: true },
  { id: 'gpt-4o-mini', created: 1_721_172_741, owned_by: 'system', answers: true },
  { id: 'text-embedding-3-small', created: 1_705_948_997, owned_by: 'system', answers: false },
  { id: 'text-embedding-3-large', created: 1_705_953_180, owned_by: 'system', answers: false },
] as const;

export const dimensionsOf = (model: string): number => (model.endsWith('-large') ? 3_072 : 1_536);
