/** Fields with arguments that a step's operation brings along: their resolvers need not ask for them. */
import { print } from 'graphql';
import type { ApiPlan, FetchGroup, FieldSet } from '@tributary/compiler';
import type { AnswerError } from '@tributary/http-subgraph';
import type { Values } from './field-run.ts';

export interface JoinedValues {
  /** Fields of the group's type that can be asked for with its representations, though they require something. */
  readonly namesWith: (group: FetchGroup) => readonly string[];
  /** Copies values to the entity; a null may stand for an error, which the field's own resolver tells at its place. */
  readonly copy: (entity: Record<string, unknown>, found: Values, typeName: string) => void;
  /** Whether the field's own resolver will ask again, and tell the error itself. */
  readonly isTold: (error: AnswerError, found: unknown, typeName: string) => boolean;
}

/** @param subgraph - that answers the step; values of fields that another one is asked for are not taken from it */
export function createJoinedValues({ resolvers }: ApiPlan, subgraph: string): JoinedValues {
  const requiredByType = new Map<string, Map<string, FieldSet | undefined>>();
  for (const { typeName, fieldName, value, inputs } of resolvers) {
    if (value.kind !== 'joined-call' || value.subgraph !== subgraph || inputs.length > 0) continue;
    if (value.otherwise !== undefined) continue;
    const ofType = requiredByType.get(typeName) ?? new Map<string, FieldSet | undefined>();
    requiredByType.set(typeName, ofType.set(fieldName, value.requires));
  }
  const isJoined = (typeName: string, key: string) =>
    requiredByType.get(typeName)?.has(fieldNameOf(key)) === true;
  return {
    namesWith({ typeName, requires }) {
      const known = new Set(requires?.selectionSet.selections.map(print));
      return [...(requiredByType.get(typeName) ?? [])].flatMap(([name, required]) =>
        required?.selectionSet.selections.every((one) => known.has(print(one))) === true ? [name] : [],
      );
    },
    copy(entity, found, typeName) {
      if (!requiredByType.has(typeName)) return;
      for (const key in found) {
        const value = found[key];
        if (value !== null && isJoined(typeName, key)) entity[key] ??= value;
      }
    },
    isTold({ errorInfo }, found, typeName) {
      const [key] = errorInfo?.path ?? [];
      if (typeof key !== 'string' || !isJoined(typeName, key)) return false;
      return typeof found === 'object' && found !== null && Reflect.get(found, key) === null;
    },
  };
}

/** Of a key made by `valueKey`. */
function fieldNameOf(key: string): string {
  const end = key.indexOf('(');
  return end === -1 ? key : key.slice(0, end);
}
