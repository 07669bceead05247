/**
 * A selection in the making: fields by the key under which AppSync will look for them. An abstract type has no fields
 * of its own here, only its members': which of them the subgraph can answer may differ.
 */
import type { SubgraphShape } from '../shape.ts';

export interface DraftSelection {
  readonly typeName: string;
  readonly fields: Map<string, DraftField>;
  readonly members: Map<string, DraftSelection>;
}

export interface DraftField {
  readonly name: string;
  readonly type: string;
  readonly arguments: readonly DraftArgument[];
  /** Absent for leaves. */
  readonly selection?: DraftSelection;
}

export interface DraftArgument {
  readonly name: string;
  readonly type: string;
  readonly value: unknown;
}

export const TYPENAME_FIELD: DraftField = { name: '__typename', type: 'String!', arguments: [] };

/** @throws Error for a type that the shape does not have: shape and selection come from different schemas */
export function createDraft(shape: SubgraphShape, typeName: string): DraftSelection {
  const type = shape.types[typeName];
  if (type === undefined) throw new Error(`The subgraph has no composite type "${typeName}".`);
  const members = type.kind === 'abstract' ? type.members : [];
  return {
    typeName,
    fields: new Map(),
    members: new Map(members.map((member) => [member, createDraft(shape, member)])),
  };
}

/**
 * The key of a field's value in the parent: its name, or name and arguments, since one object may hold the values of
 * several calls. Arguments are sorted by name; the compiled resolver of the field builds the same text.
 */
export function valueKey(name: string, args: readonly Pick<DraftArgument, 'name' | 'value'>[]): string {
  if (args.length === 0) return name;
  const sorted = [...args].sort((a, b) => (a.name < b.name ? -1 : 1)).map((arg) => [arg.name, arg.value]);
  return `${name}(${JSON.stringify(sorted)})`;
}
