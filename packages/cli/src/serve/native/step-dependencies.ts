/** Which steps of a completion wait for which: the others run at the same time, those on one subgraph in one request. */
import type { ApiPlan, FetchGroup, FetchStep } from '@tributary/compiler';

/** What a step does with fields of entities, all as `Type.field`. */
interface StepFields {
  readonly subgraph: string;
  /** Of keys, for representations. */
  readonly keys: Set<string>;
  /** Other fields that it needs: those of `@requires`, those with entities inside. */
  readonly needs: Set<string>;
  /** Not asked for where an entity has them. */
  readonly asksFor: Set<string>;
  readonly brings: Set<string>;
  /** It finds out object types, by which other steps tell what to ask for. */
  readonly findsTypes: boolean;
}

/** @returns for each step the indices of the earlier ones that it waits for */
export function stepDependencies(
  { groups }: Pick<ApiPlan, 'groups'>,
  steps: readonly FetchStep[],
): readonly (readonly number[])[] {
  const fields = steps.map((step) =>
    fieldsOf(
      step,
      groups.filter(({ subgraph, ordinal }) => subgraph === step.subgraph && ordinal === step.ordinal),
    ),
  );
  return fields.map((later, index) =>
    fields.slice(0, index).flatMap((earlier, at) => (dependsOn(later, earlier) ? [at] : [])),
  );
}

function dependsOn(later: StepFields, earlier: StepFields): boolean {
  if (later.findsTypes || earlier.findsTypes) return true;
  // Entities that one subgraph can be asked for once, it can be asked for by the same key again.
  const isKeyBrought = later.subgraph !== earlier.subgraph && intersects(earlier.brings, later.keys);
  return isKeyBrought || intersects(earlier.brings, later.needs) || intersects(earlier.brings, later.asksFor);
}

function intersects(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((name) => other.has(name));
}

function fieldsOf({ subgraph, places }: FetchStep, groups: readonly FetchGroup[]): StepFields {
  const found: StepFields = {
    subgraph,
    keys: new Set(),
    needs: new Set(),
    asksFor: new Set(),
    brings: new Set(),
    findsTypes: groups.some(({ fields }) => fields.includes('__typename')),
  };
  for (const { path, rootType = '', adds } of places) {
    const [first] = path;
    if (first === undefined) {
      for (const group of groups) addGroup(found, group);
    } else {
      found.needs.add(`${rootType}.${first}`);
      found.brings.add(`${rootType}.${first}`);
    }
    for (const text of adds) {
      const [typeName = '', added = ''] = text.split(':');
      const name = `${typeName}.${added.split('.')[0] ?? ''}`;
      found.asksFor.add(name);
      found.brings.add(name);
    }
  }
  return found;
}

function addGroup(found: StepFields, { typeName, keys, requires, fields, along }: FetchGroup): void {
  for (const { fieldNames } of keys) for (const name of fieldNames) found.keys.add(`${typeName}.${name}`);
  for (const name of requires?.fieldNames ?? []) found.needs.add(`${typeName}.${name}`);
  for (const name of fields) {
    found.asksFor.add(`${typeName}.${name}`);
    found.brings.add(`${typeName}.${name}`);
  }
  for (const name of along) found.brings.add(`${typeName}.${name}`);
}
