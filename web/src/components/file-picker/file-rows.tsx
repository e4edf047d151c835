import type { FileItem } from '@switchboard/contracts';
import { Text } from '@mantine/core';
import { IconChevronRight, IconFile, IconFolder } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { shownText } from '../../lib/shown-text.ts';
import { NothingFound } from '../results/nothing-found.tsx';

interface Props {
  items: readonly FileItem[];
  disabled: boolean;
  onOpen: (folder: FileItem) => void;
  onPick: (file: FileItem) => void;
}

/** Folders to open and files to take. */
export function FileRows({ items, disabled, onOpen, onPick }: Props) {
  const { t } = useTranslation();
  if (items.length === 0) return <NothingFound />;
  return (
    <div className="swb-rows">
      {items.map((item) => {
        const folder = item.kind === 'folder';
        const Icon = folder ? IconFolder : IconFile;
        return (
          <button
            key={item.id}
            type="button"
            className="swb-row-link"
            disabled={disabled}
            onClick={() => (folder ? onOpen(item) : onPick(item))}
          >
            <Icon size={18} aria-label={folder ? t('results.folder') : undefined} aria-hidden={!folder} />
            <span>
              <Text size="sm" fw={600} component="span">
                {shownText(item.name)}
              </Text>{' '}
              {item.sizeBytes !== undefined && (
                <Text size="sm" c="dimmed" component="span">
                  {t('results.size', { kilobytes: Math.ceil(item.sizeBytes / 1024) })}
                </Text>
              )}
            </span>
            {folder && <IconChevronRight size={18} aria-hidden />}
          </button>
        );
      })}
    </div>
  );
}
