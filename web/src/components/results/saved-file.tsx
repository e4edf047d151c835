import type { filesDownload } from '@switchboard/contracts';
import { Button, Group, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { shownText } from '../../lib/shown-text.ts';

/** A file that waits at the hub, with the link that saves it. */
export function SavedFile({ file }: { file: z.output<typeof filesDownload.output> }) {
  const { t } = useTranslation();
  return (
    <Group className="swb-result-row" justify="space-between">
      <Text size="sm" fw={600}>
        {shownText(file.name)} · {t('results.size', { kilobytes: Math.ceil(file.sizeBytes / 1024) })}
      </Text>
      <Button
        component="a"
        href={`/api/v1/files/${file.fileId}`}
        download={file.name}
        variant="default"
        size="xs"
        leftSection={<IconDownload size={16} aria-hidden />}
      >
        {t('results.save')}
      </Button>
    </Group>
  );
}
