import { useState } from 'react';

/** The provider's sign as the hub serves it, or its first letter; the name is always written beside it. */
export function ProviderMark({ id, title, size = 40 }: { id: string; title: string; size?: number }) {
  const [missing, setMissing] = useState(false);
  return (
    <span className="swb-mark" style={{ width: size, height: size, fontSize: size * 0.44 }} aria-hidden>
      {missing ? (
        title.slice(0, 1).toUpperCase()
      ) : (
        <img
          src={`/provider-icons/${id}.svg`}
          width={Math.round(size * 0.62)}
          height={Math.round(size * 0.62)}
          alt=""
          onError={() => setMissing(true)}
        />
      )}
    </span>
  );
}
