import { type FileItem, filesDownload, filesList, postConnectionAction } from '@switchboard/contracts';
import { Anchor, Breadcrumbs, Button, Modal, Select, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/call.ts';
import { shownText } from '../../lib/shown-text.ts';
import { ProblemNote } from '../problem-note.tsx';
import { type FileAccount, useFileAccounts } from './file-accounts.ts';
import { FileRows } from './file-rows.tsx';

export interface PickedFile {
  readonly fileId: string;
  readonly name: string;
}

/** Takes a file from any connected account; it then waits at the hub like one that was added by hand. */
export function FilePicker({ onPick, onClose }: { onPick: (file: PickedFile) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const { accounts, pending, error } = useFileAccounts();
  const [chosen, setChosen] = useState<string>();
  const account = accounts.find(({ connectionId }) => connectionId === chosen) ?? accounts[0];
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('filePicker.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        <ProblemNote error={error} />
        {pending && <Skeleton height={120} radius="md" />}
        {!pending && !account && <Text>{t('filePicker.noAccount')}</Text>}
        {account && (
          <>
            <Select
              label={t('filePicker.account')}
              data={accounts.map(({ connectionId, name }) => ({ value: connectionId, label: name }))}
              value={account.connectionId}
              allowDeselect={false}
              onChange={(next) => setChosen(next ?? undefined)}
            />
            <AccountFiles key={account.connectionId} account={account} onPick={onPick} />
          </>
        )}
      </Stack>
    </Modal>
  );
}

function AccountFiles({ account, onPick }: { account: FileAccount; onPick: (file: PickedFile) => void }) {
  const { t } = useTranslation();
  const [way, setWay] = useState<readonly FileItem[]>([]);
  const [words, setWords] = useState('');
  const { connectionId, list, search, download } = account;
  const query = words.trim();
  const action = query && search ? search : (list ?? search);
  const folderId = way.at(-1)?.id;
  const input: Record<string, string> = action === search ? { query } : folderId === undefined ? {} : { folderId };
  const files = useInfiniteQuery({
    queryKey: ['files', connectionId, action, input],
    enabled: action !== undefined && (action !== search || query !== ''),
    retry: false,
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam: cursor, signal }) =>
      filesList.output.parse(
        await call(postConnectionAction, {
          params: { connectionId, action: action! },
          query: { by: 'form' },
          body: cursor === undefined ? input : { ...input, cursor },
          signal,
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const take = useMutation({
    mutationFn: async ({ id: itemId }: FileItem) =>
      filesDownload.output.parse(
        await call(postConnectionAction, { params: { connectionId, action: download }, body: { itemId } }),
      ),
    onSuccess: ({ fileId, name }) => onPick({ fileId, name }),
  });
  return (
    <>
      {search && (
        <TextInput
          aria-label={t('filePicker.search')}
          placeholder={t('filePicker.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      {!query && way.length > 0 && (
        <Breadcrumbs>
          {[undefined, ...way].map((folder, depth) => (
            <Anchor key={folder?.id ?? ''} component="button" type="button" onClick={() => setWay(way.slice(0, depth))}>
              {folder ? shownText(folder.name) : t('filePicker.top')}
            </Anchor>
          ))}
        </Breadcrumbs>
      )}
      <ProblemNote error={files.error ?? take.error} />
      {files.isLoading && <Skeleton height={120} radius="md" />}
      {files.data && (
        <FileRows
          items={files.data.pages.flatMap(({ items }) => items)}
          disabled={take.isPending}
          onOpen={(folder) => {
            setWords('');
            setWay([...way, folder]);
          }}
          onPick={(file) => take.mutate(file)}
        />
      )}
      {files.hasNextPage && (
        <Button variant="default" loading={files.isFetchingNextPage} onClick={() => void files.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </>
  );
}
