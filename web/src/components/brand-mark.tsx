/** The hub's sign: two ends joined by one line. */
export function BrandMark({ size }: { size: number }) {
  return <img src="/icon.svg" width={size} height={size} alt="" />;
}
