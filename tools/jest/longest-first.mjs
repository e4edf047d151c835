import Sequencer from '@jest/test-sequencer';

const kinds = ['e2e', 'int', 'unit', 'web'];

/** The suites that start most run first, so that no worker is left alone with one of them at the end. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ context }) => kinds.indexOf(context.config.displayName?.name ?? '');
    return super.sort(tests).toSorted((one, other) => place(one) - place(other));
  }
}
