/** What the doctor saw of one thing. `fix` is what to do about it; nothing to do where it is well. */
export interface Finding {
  readonly what: string;
  readonly state: 'well' | 'note' | 'wrong';
  readonly seen: string;
  readonly fix?: string;
}

export const well = (what: string, seen: string): Finding => ({ what, state: 'well', seen });
export const note = (what: string, seen: string, fix?: string): Finding => ({ what, state: 'note', seen, fix });
export const wrong = (what: string, seen: string, fix: string): Finding => ({ what, state: 'wrong', seen, fix });
