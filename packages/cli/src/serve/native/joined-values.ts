/** Values of fields with arguments that a step's operation brought along: their resolvers need not ask for them. */
import type { ApiPlan } from '@tributary/compiler';
import type { Values } from './field-run.ts';

/** Copies them to the entity; a null may stand for an error, which the field's own resolver tells at its place. */
export type CopyJoinedValues = (entity: Record<string, unknown>, found: Values, typeName: string) => void;

/** @param subgraph - that answers the step; values of fields that another one is asked for are not taken from it */
export function createCopyJoinedValues({ resolvers }: ApiPlan, subgraph: string): CopyJoinedValues {
  const namesByType = new Map<string, Set<string>>();
  for (const { typeName, fieldName, value } of resolvers) {
    if (value.kind !== 'joined-call' || value.subgraph !== subgraph) continue;
    namesByType.set(typeName, (namesByType.get(typeName) ?? new Set()).add(fieldName));
  }
  return (entity, found, typeName) => {
    const names = namesByType.get(typeName);
    if (names === undefined) return;
    for (const key in found) {
      const value = found[key];
      if (value !== null && names.has(fieldNameOf(key))) entity[key] ??= value;
    }
  };
}

/** Of a key made by `valueKey`. */
function fieldNameOf(key: string): string {
  const end = key.indexOf('(');
  return end === -1 ? key : key.slice(0, end);
}
