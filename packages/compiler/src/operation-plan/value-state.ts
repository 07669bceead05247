/** What a value carries while a query plan is walked: the sources that made it, and what was fetched since. */
import { askedSource, childSource, suppliedNames } from '../4-plan/value-source.ts';
import type { ValueSource } from '../4-plan/value-source.ts';
import type { FederationModel, ObjectTypeModel } from '../model/federation-model.ts';

/** The state of values of one object type. */
export interface ValueState {
  readonly type: ObjectTypeModel;
  readonly sources: readonly ValueSource[];
  /** Field -> subgraphs that steps asked for it. */
  readonly fetched: Map<string, readonly string[]>;
  /** Paths below the value that steps fetched. */
  readonly inner: Set<string>;
  /** Fields that a completion drops, whoever made the value. */
  readonly dropped: Set<string>;
  /** Fields with arguments that a joint call asked for. */
  readonly joint: Set<string>;
  /** Steps that asked for the object: what was asked, and with which required fields. */
  readonly asked: Set<string>;
}

/** States by object type name. */
export function statesOf(
  model: FederationModel,
  typeNames: readonly string[],
  sources: readonly ValueSource[],
  inner: ReadonlySet<string> = new Set(),
): Map<string, ValueState> {
  return new Map(
    typeNames.flatMap((name) => {
      const type = model.types.get(name);
      return type === undefined
        ? []
        : [
            [
              name,
              {
                type,
                sources,
                fetched: new Map(),
                inner: new Set(inner),
                dropped: new Set(),
                joint: new Set(),
                asked: new Set(),
              },
            ] as const,
          ];
    }),
  );
}

export function isPresent(
  model: FederationModel,
  { type, sources, fetched, inner, dropped }: ValueState,
  name: string,
): boolean {
  if (fetched.has(name) || inner.has(name)) return true;
  return !dropped.has(name) && sources.some((source) => suppliedNames(model, type, source).has(name));
}

/** Whether the subgraph made the object itself. */
export function isMadeBy({ sources }: ValueState, subgraph: string): boolean {
  return sources.some((source) => source.subgraph === subgraph && source.only === undefined);
}

/** The sources of a field's value inside the object. */
export function sourcesOfField(
  model: FederationModel,
  { type, sources, fetched, inner, dropped }: ValueState,
  name: string,
): readonly ValueSource[] {
  const field = type.fields.get(name);
  if (field === undefined) return [];
  const isDropped = dropped.has(name) && !inner.has(name);
  const carried = (isDropped ? [] : sources).flatMap(
    (source) => childSource(model, { type, field }, source) ?? [],
  );
  return [...carried, ...(fetched.get(name) ?? []).map((subgraph) => askedSource(field, subgraph))];
}

/** Paths that steps fetched below a field, as seen from the field's value. */
export function innerOf(state: ValueState, name: string): ReadonlySet<string> {
  const prefix = `${name}.`;
  return new Set(
    [...state.inner].flatMap((path) => (path.startsWith(prefix) ? [path.slice(prefix.length)] : [])),
  );
}

/** True when the value has the field at the end of the path, as far as its types are known. */
export function hasPath(model: FederationModel, state: ValueState, path: readonly string[]): boolean {
  const [name = '', ...rest] = path;
  if (!isPresent(model, state, name)) return false;
  if (rest.length === 0) return true;
  const field = state.type.fields.get(name);
  const sources = sourcesOfField(model, state, name);
  const typeNames = model.possibleTypes.get(field?.namedType ?? '') ?? [field?.namedType ?? ''];
  return [...statesOf(model, typeNames, sources).values()].every((inner) => hasPath(model, inner, rest));
}
