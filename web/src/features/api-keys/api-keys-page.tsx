import { Anchor, Button, Skeleton } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../../components/empty-note.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { ApiKeyTable } from './api-key-table.tsx';
import { apiKeysQuery } from './api.ts';
import { NewKeyDialog } from './new-key-dialog.tsx';

/** Keys for programs: what each may do, until when, when it was last used. */
export function ApiKeysPage() {
  const { t } = useTranslation();
  const [creating, setCreating] = useState(false);
  const { data, error, isPending } = useQuery(apiKeysQuery);
  return (
    <Page
      title={t('nav.apiKeys')}
      lead={t('apiKeys.lead')}
      actions={
        <>
          <Anchor href="/docs" target="_blank">
            {t('apiKeys.reference')}
          </Anchor>
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setCreating(true)}>
            {t('apiKeys.create')}
          </Button>
        </>
      }
    >
      <ProblemNote error={error} />
      {isPending && <Skeleton height={160} radius="lg" />}
      {data?.items.length === 0 && (
        <EmptyNote Icon={IconKey} title={t('apiKeys.empty')}>
          {t('apiKeys.emptyLead')}
        </EmptyNote>
      )}
      {data && data.items.length > 0 && <ApiKeyTable keys={data.items} />}
      {creating && <NewKeyDialog onClose={() => setCreating(false)} />}
    </Page>
  );
}
