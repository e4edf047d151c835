import { Anchor, Code, List, Text } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { shownText } from '../lib/shown-text.ts';

const inline = /(https?:\/\/[^\s<>()"'`]+[^\s<>()"'`.,;:!?])|\*\*([^*\n]+)\*\*|`([^`\n]+)`/g;

/** A text with a few marks: paragraphs, dashes and numbers as lists, bold, code, and links that show their host. Nothing is loaded (P-7). */
export function RichText({ text }: { text: string }) {
  const blocks = shownText(text).split(/\n{2,}/);
  return (
    <>
      {blocks.map((block, at) => {
        const lines = block.split('\n');
        const marks = [/^[-•*] /, /^\d+\. /].findIndex((mark) => lines.every((line) => mark.test(line)));
        return marks >= 0 ? (
          <List key={at} type={marks === 1 ? 'ordered' : 'unordered'} size="sm" my={4} spacing={4}>
            {lines.map((line, index) => (
              <List.Item key={index}>{marked(line.slice(line.indexOf(' ') + 1))}</List.Item>
            ))}
          </List>
        ) : (
          <Text key={at} my={4} className="swb-pre">
            {marked(block)}
          </Text>
        );
      })}
    </>
  );
}

function marked(text: string): ReactNode[] {
  const out: ReactNode[] = [];
  let end = 0;
  for (const match of text.matchAll(inline)) {
    out.push(text.slice(end, match.index));
    const [whole, link, bold, code] = match;
    if (link) out.push(<HostLink key={match.index} href={link} />);
    else if (bold) out.push(<strong key={match.index}>{bold}</strong>);
    else out.push(<Code key={match.index}>{code}</Code>);
    end = match.index + whole.length;
  }
  out.push(text.slice(end));
  return out.map((part, at) => (typeof part === 'string' ? <Fragment key={`t${at}`}>{part}</Fragment> : part));
}

/** A link out of the hub: its label, and always the host it leads to. Other schemes than http are plain text. */
export function HostLink({ href, label }: { href: string; label?: string }) {
  const url = URL.canParse(href) ? new URL(href) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return <>{label ?? href}</>;
  return (
    <Anchor inherit underline={label ? 'hover' : 'always'} href={url.href} target="_blank" rel="noopener noreferrer">
      {label ? `${label} (${url.host})` : shownText(`${url.host}${url.pathname === '/' ? '' : url.pathname}`)}
    </Anchor>
  );
}
