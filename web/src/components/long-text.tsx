import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** About two lines of a column. */
const shortLength = 110;

/** A text of which two lines are shown until the rest is asked for. */
export function LongText({ children }: { children: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const long = children.length > shortLength;
  return (
    <div>
      <Text size="sm" c="dimmed" lineClamp={long && !open ? 2 : undefined}>
        {children}
      </Text>
      {long && (
        <Button
          size="compact-sm"
          variant="transparent"
          p={0}
          aria-expanded={open}
          onClick={() => setOpen((before) => !before)}
        >
          {t(open ? 'common.less' : 'common.more')}
        </Button>
      )}
    </div>
  );
}
