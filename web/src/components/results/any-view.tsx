import { Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { JsonView } from '../json-view.tsx';
import { PlainView } from './plain-view.tsx';

/** An answer that has no drawing of its own: in words, and as JSON for whoever asks. */
export function AnyView({ output }: { output: unknown }) {
  const { t } = useTranslation();
  const [asJson, setAsJson] = useState(false);
  const label = t('results.output');
  return (
    <div className="swb-result-row">
      {asJson ? <JsonView value={output} label={label} /> : <PlainView value={output} label={label} />}
      <Switch
        size="xs"
        mt="sm"
        label={t('results.asJson')}
        checked={asJson}
        onChange={(event) => setAsJson(event.currentTarget.checked)}
      />
    </div>
  );
}
