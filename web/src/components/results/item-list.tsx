import type { FileItem } from '@switchboard/contracts';
import { useTranslation } from 'react-i18next';
import { NamedList } from './named-list.tsx';

/** Files and folders with where they lie and how large they are. */
export function ItemList({ items }: { items: readonly FileItem[] }) {
  const { t } = useTranslation();
  return (
    <NamedList
      names={items.map(({ id, name, kind, path, sizeBytes, url }) => ({
        id,
        name,
        detail: [
          kind === 'folder' ? t('results.folder') : undefined,
          path,
          sizeBytes === undefined ? undefined : t('results.size', { kilobytes: Math.ceil(sizeBytes / 1024) }),
        ]
          .filter(Boolean)
          .join(' · '),
        ...(url ? { url } : {}),
      }))}
    />
  );
}
