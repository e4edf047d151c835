import { Stack, Tabs, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ExportForm } from './export-form.tsx';
import { ImportForm } from './import-form.tsx';

/** Taking connections to another hub, in a file that a passphrase keeps shut. */
export function BundleSection() {
  const { t } = useTranslation();
  return (
    <section className="swb-card swb-section" aria-label={t('bundle.title')}>
      <Stack>
        <Title order={2}>{t('bundle.title')}</Title>
        <Tabs defaultValue="export" keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="export">{t('bundle.export')}</Tabs.Tab>
            <Tabs.Tab value="import">{t('bundle.import')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="export" pt="md">
            <ExportForm />
          </Tabs.Panel>
          <Tabs.Panel value="import" pt="md">
            <ImportForm />
          </Tabs.Panel>
        </Tabs>
      </Stack>
    </section>
  );
}
