import type { KeyFigure } from './to-key-figures.ts';

export function KeyFigures({ figures }: { readonly figures: readonly KeyFigure[] }) {
  return (
    <dl className="key-figures">
      {figures.map(({ label, value, note, tone }) => (
        <div key={label} data-tone={tone}>
          <dt>{label}</dt>
          <dd className="figure">{value}</dd>
          <dd className="key-figure-note">{note}</dd>
        </div>
      ))}
    </dl>
  );
}
