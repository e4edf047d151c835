import { Anchor, Text } from '@mantine/core';
import { shownText } from '../../lib/shown-text.ts';
import { NothingFound } from './nothing-found.tsx';

/** Things with a name and a line about each. */
export function NamedList({ names }: { names: readonly { id: string; name: string; detail: string; url?: string }[] }) {
  if (names.length === 0) return <NothingFound />;
  return (
    <div className="swb-rows">
      {names.map(({ id, name, detail, url }) => (
        <div key={id} className="swb-result-row">
          <Text fw={600} size="sm">
            {url ? (
              <Anchor href={url} target="_blank" rel="noreferrer" inherit>
                {shownText(name)}
              </Anchor>
            ) : (
              shownText(name)
            )}
          </Text>
          <Text size="sm" c="dimmed">
            {shownText(detail)}
          </Text>
        </div>
      ))}
    </div>
  );
}
