import { ScrollArea } from '@mantine/core';
import { shownText } from '../lib/shown-text.ts';

/** Any value as indented JSON. */
export function JsonView({ value, label }: { value: unknown; label: string }) {
  return (
    <ScrollArea.Autosize
      mah={420}
      className="swb-json"
      viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': label }}
    >
      <pre>{shownText(JSON.stringify(value, null, 2) ?? '')}</pre>
    </ScrollArea.Autosize>
  );
}
