import { Button, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { BrandMark } from './brand-mark.tsx';
import { ProblemNote } from './problem-note.tsx';

interface Props {
  title: string;
  lead?: string;
  submitLabel: string;
  pending: boolean;
  disabled?: boolean;
  error: unknown;
  /** Below the button: other ways to the same end. */
  below?: ReactNode;
  onSubmit: () => void;
  children: ReactNode;
}

/** The card in the middle of the page by which a person comes in. */
export function SignCard({ title, lead, submitLabel, pending, disabled = false, error, below, ...rest }: Props) {
  return (
    <main className="swb-center">
      <form
        className="swb-card swb-sign"
        onSubmit={(event) => {
          event.preventDefault();
          rest.onSubmit();
        }}
      >
        <Stack>
          <BrandMark size={44} />
          <div>
            <Title order={1}>{title}</Title>
            {lead && <Text c="dimmed">{lead}</Text>}
          </div>
          {rest.children}
          <ProblemNote error={error} />
          <Button type="submit" loading={pending} disabled={disabled}>
            {submitLabel}
          </Button>
          {below}
        </Stack>
      </form>
    </main>
  );
}
