import type { Task } from '@switchboard/contracts';
import { useTranslation } from 'react-i18next';
import { NamedList } from './named-list.tsx';

/** Tasks with their list, their day and who does them. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  const { t } = useTranslation();
  return (
    <NamedList
      names={tasks.map(({ id, title, done, dueOn, listTitle, assignee, url }) => ({
        id,
        name: title,
        detail: [
          done ? t('results.done') : undefined,
          dueOn === undefined ? undefined : t('results.due', { date: dueOn }),
          listTitle,
          assignee,
        ]
          .filter(Boolean)
          .join(' · '),
        ...(url ? { url } : {}),
      }))}
    />
  );
}
