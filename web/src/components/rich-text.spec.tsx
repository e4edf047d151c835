import { expect, test } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import '../testing/browser.ts';
import { HostLink, RichText } from './rich-text.tsx';

const show = (inside: React.ReactNode) => render(<MantineProvider env="test">{inside}</MantineProvider>);

test('P-7 markup stays text and a link shows its host', () => {
  show(<RichText text={'<img src="https://evil.example/x.png"> see https://evil.example/path'} />);

  expect(document.querySelector('img')).toBeNull();
  expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toContain('evil.example/path');
  cleanup();
});

test('P-7 only web addresses become links, and a label never hides where it leads', () => {
  show(
    <>
      <HostLink href="javascript:alert(1)" label="Open" />
      <HostLink href="https://calendar.example/event" label="Open it" />
    </>,
  );

  expect(screen.getAllByRole('link')).toHaveLength(1);
  expect(screen.getByRole('link').textContent).toBe('Open it (calendar.example)');
  cleanup();
});
