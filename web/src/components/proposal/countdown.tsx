import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nowMs } from '../../lib/clock.ts';

/** Minutes and seconds until a card closes. */
export function Countdown({ until, onEnd }: { until: string; onEnd: () => void }) {
  const { t } = useTranslation();
  const left = () => Math.max(0, Math.ceil((Date.parse(until) - nowMs()) / 1_000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => {
      const now = left();
      setSeconds(now);
      if (now === 0) {
        clearInterval(timer);
        onEnd();
      }
    }, 1_000);
    return () => clearInterval(timer);
    // The moment decides; `onEnd` may change with every drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [until]);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <span role="timer" className="swb-countdown">
      {t('proposal.expiresIn', { clock })}
    </span>
  );
}
