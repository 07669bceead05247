import { useId } from 'react';

interface SegmentsProps<Name extends string> {
  readonly label: string;
  readonly options: Readonly<Record<Name, string>>;
  readonly selected: Name;
  readonly onSelect: (name: Name) => void;
}

/** A choice between a few views, as radio buttons that look like one control. */
export function Segments<Name extends string>({ label, options, selected, onSelect }: SegmentsProps<Name>) {
  const groupName = useId();
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">{label}</legend>
      {(Object.keys(options) as Name[]).map((name) => (
        <label key={name}>
          <input type="radio" name={groupName} checked={name === selected} onChange={() => onSelect(name)} />
          <span>{options[name]}</span>
        </label>
      ))}
    </fieldset>
  );
}
