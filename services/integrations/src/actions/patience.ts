import type { Files } from '@switchboard/provider-kit';

/** What an action may take that moves no file; each call of it has its own, shorter deadline (E-5). */
const patienceMs = 35_000;

/** Gives an action up in time, unless it moves files: those take as long as they move, within the caller's own deadline. */
export class Patience {
  readonly signal: AbortSignal;
  private readonly gone = new AbortController();
  private readonly timer: NodeJS.Timeout;

  constructor(caller: AbortSignal, ms = patienceMs) {
    this.signal = AbortSignal.any([caller, this.gone.signal]);
    this.timer = setTimeout(() => this.gone.abort(), ms).unref();
  }

  /** The same files; whoever opens or saves one is waited for. */
  with(files: Files): Files {
    return {
      open: (fileId) => {
        this.end();
        return files.open(fileId);
      },
      save: (file, content) => {
        this.end();
        return files.save(file, content);
      },
    };
  }

  /** Waits no longer for anything. */
  end(): void {
    clearTimeout(this.timer);
  }
}
