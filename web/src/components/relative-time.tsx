import { useFormat } from '../lib/use-format.ts';

/** How long ago or ahead, with the exact moment for whoever asks. */
export function RelativeTime({ at }: { at: string }) {
  const format = useFormat();
  return (
    <time dateTime={at} title={format.moment(at)} className="swb-nowrap">
      {format.relative(at)}
    </time>
  );
}
