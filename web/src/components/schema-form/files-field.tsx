import { Button, CloseButton, FileButton, Group, Input, Stack, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stageFile } from '../../lib/stage-file.ts';
import { shownText } from '../../lib/shown-text.ts';
import { FilePicker } from '../file-picker/file-picker.tsx';
import { ProblemNote } from '../problem-note.tsx';
import { asObject, type JsonObject } from './json-schema.ts';

interface Props {
  label: string;
  description?: string;
  required?: boolean;
  error?: string;
  value: unknown;
  onChange: (value: JsonObject[]) => void;
}

/** Files for an action: each goes to the hub at once and waits there until the action runs, for an hour at most. */
export function FilesField({ value, onChange, ...common }: Props) {
  const { t } = useTranslation();
  const [known, setKnown] = useState<Record<string, { name: string; sizeBytes?: number }>>({});
  const [picking, setPicking] = useState(false);
  const files = Array.isArray(value) ? value.map(asObject) : [];
  const stage = useMutation({
    mutationFn: stageFile,
    onSuccess: (file) => {
      setKnown((before) => ({ ...before, [file.id]: file }));
      onChange([...files, { fileId: file.id, name: file.name }]);
    },
  });
  return (
    <Input.Wrapper {...common}>
      <Stack gap={6} mt={4}>
        {files.map((file) => {
          const id = String(file['fileId']);
          const name = shownText(String(file['name'] ?? known[id]?.name ?? id));
          return (
            <Group key={id} gap="xs">
              <IconPaperclip size={16} aria-hidden />
              <Text size="sm">{name}</Text>
              {known[id]?.sizeBytes !== undefined && (
                <Text size="xs" c="dimmed">
                  {t('form.size', { kilobytes: Math.ceil(known[id].sizeBytes / 1024) })}
                </Text>
              )}
              <CloseButton
                aria-label={t('form.removeFile', { name })}
                onClick={() => onChange(files.filter((other) => other !== file))}
              />
            </Group>
          );
        })}
        <Group gap="xs">
          <FileButton onChange={(file) => file && stage.mutate(file)}>
            {(props) => (
              <Button {...props} variant="default" size="xs" loading={stage.isPending}>
                {t('form.addFile')}
              </Button>
            )}
          </FileButton>
          <Button variant="default" size="xs" onClick={() => setPicking(true)}>
            {t('form.fromAccount')}
          </Button>
        </Group>
        {picking && (
          <FilePicker
            onClose={() => setPicking(false)}
            onPick={(file) => {
              setPicking(false);
              setKnown((before) => ({ ...before, [file.fileId]: file }));
              onChange([...files, { ...file }]);
            }}
          />
        )}
        <ProblemNote error={stage.error} />
      </Stack>
    </Input.Wrapper>
  );
}
