import { Code, Title } from '@mantine/core';
import { RichText } from '../../components/rich-text.tsx';

/** Lines that were broken for width only, put together again. */
const unwrapped = (text: string): string => text.trim().replace(/\n(?![-*] |\d+\. |\n)\s*/g, ' ');

/** Links with their host, the marks around addresses left out. */
const linked = (text: string): string =>
  text
    .replace(/\[([^\]]+)\]\((https?:[^)]+)\)/g, (_, label: string, url: string) =>
      url.includes(label) ? url : `${label}: ${url}`,
    )
    .replace(/[<>](?=https?:|\s|$)/g, '');

const fence = /^```\w*\n([\s\S]*?)\n```$/;

/** The steps as written for the provider: headings, numbered steps, code, and links with their host. */
export function SetupText({ text }: { text: string }) {
  return text.split(/\n(?=#{1,4} )|\n{2,}/).map((block, at) => {
    const code = fence.exec(block.trim())?.[1];
    if (code !== undefined)
      return (
        <Code key={at} block tabIndex={0}>
          {code}
        </Code>
      );
    const heading = /^#{1,4} (.+)$/m.exec(block);
    const rest = unwrapped(heading ? block.slice(heading[0].length) : block);
    return rest || at > 0 ? (
      <div key={at}>
        {heading && (at > 0 || rest) && (
          <Title order={3} fz="md">
            {heading[1]}
          </Title>
        )}
        {rest && <RichText text={linked(rest)} />}
      </div>
    ) : null;
  });
}
