import { Button, FileButton, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A place for the file that the provider's console offers: dropped here, or chosen. */
export function ClientFile({ onText }: { onText: (text: string) => void }) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const read = (file: File | null | undefined) => void file?.text().then(onText);
  return (
    <div
      className="swb-drop"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        read(event.dataTransfer.files[0]);
      }}
    >
      <Text size="sm" c="dimmed">
        {t('providers.drop')}
      </Text>
      <FileButton onChange={read} accept="application/json,.json">
        {(props) => (
          <Button {...props} variant="default" size="xs" leftSection={<IconUpload size={16} aria-hidden />}>
            {t('providers.file')}
          </Button>
        )}
      </FileButton>
    </div>
  );
}
