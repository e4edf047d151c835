import type { ActionContext, AnyAction } from '@switchboard/provider-kit';
import { FakeHttp, type Script } from '@switchboard/provider-kit/testing';
import { google } from '../index.ts';
import { FakeFiles, type FakeFile } from '../../testing/fake-files.ts';

export const marker = '0123456789abcdefghijklmnop';

/** Runs Google's actions against a scripted provider, with staged files by id. */
export function fakeGoogle(script: Script, files: Record<string, FakeFile> = {}) {
  const http = new FakeHttp(script);
  const staged = new FakeFiles(files);

  const contextFor = (action: AnyAction): ActionContext => ({
    http: http.for(google, action.effect),
    files: staged,
    run: { id: '01990000-0000-7000-8000-000000000009', marker },
    account: { subject: '1', email: 'ada@example.com', name: 'Ada Lovelace' },
    settings: {},
    now: new Date('2026-11-21T09:00:00Z'),
    signal: new AbortController().signal,
  });

  return {
    http,
    saved: staged.saved,
    contextFor,
    run: (action: AnyAction, input: unknown) => runWith(action, contextFor(action), input),
  };
}

/** Parses the input, runs and checks the output, as the hub does. */
async function runWith(action: AnyAction, context: ActionContext, input: unknown): Promise<unknown> {
  const output: unknown = await action.run(context, action.input.parse(input));
  return action.output.parse(output);
}
