import type { LoadState } from '../../api/load-state.ts';
import { LoadView } from '../../ui/load-view.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

interface CategoryFilterProps {
  readonly categories: LoadState<readonly string[]>;
  /** All categories when undefined. */
  readonly selected: string | undefined;
  readonly onSelect: (category: string | undefined) => void;
}

export function CategoryFilter({ categories, selected, onSelect }: CategoryFilterProps) {
  return (
    <LoadView state={categories} what="the categories" placeholder={<Skeleton rows={1} />}>
      {(names) => (
        <div className="chips" role="group" aria-label="Category">
          <Chip label="All" isSelected={selected === undefined} onSelect={() => onSelect(undefined)} />
          {names.map((name) => (
            <Chip key={name} label={name} isSelected={name === selected} onSelect={() => onSelect(name)} />
          ))}
        </div>
      )}
    </LoadView>
  );
}

interface ChipProps {
  readonly label: string;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
}

function Chip({ label, isSelected, onSelect }: ChipProps) {
  return (
    <button type="button" className="chip" aria-pressed={isSelected} onClick={onSelect}>
      {label}
    </button>
  );
}
