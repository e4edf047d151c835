import type { MethodView } from '@switchboard/contracts';
import { Button, FileButton, PasswordInput, Stack } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface Props {
  method: MethodView;
  value: string;
  onChange: (value: string) => void;
}

/** The key itself, typed, or from the file the provider's console gives. */
export function KeyField({ method, value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Stack gap={6}>
      <PasswordInput
        label={method.keyTitle ?? t('connect.key')}
        description={[method.keyHint, t('connect.keyLead')].filter(Boolean).join(' ')}
        value={value}
        autoComplete="off"
        required
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {method.kind === 'serviceAccount' && (
        <FileButton
          accept="application/json,.json"
          onChange={(file) => void file?.text().then((text) => onChange(text.trim()))}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              size="xs"
              w="fit-content"
              leftSection={<IconUpload size={16} aria-hidden />}
            >
              {t('connect.keyFile')}
            </Button>
          )}
        </FileButton>
      )}
    </Stack>
  );
}
