/** Grey rows in the place of a list that is on its way. */
export function Skeleton({
  rows,
  shape = 'row',
}: {
  readonly rows: number;
  readonly shape?: 'row' | 'card' | 'chart';
}) {
  return (
    <div className={`skeleton skeleton-${shape}`} aria-hidden="true">
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} />
      ))}
    </div>
  );
}
