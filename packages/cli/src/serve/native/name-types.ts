import type { ResolverPlan } from '@tributary/compiler';
import { isRecord } from '../../is-record.ts';
import type { ResolverStep, Values } from './field-run.ts';

/**
 * Makes a function that gives the objects of a value the type that their subgraph may leave out, since it knows the field
 * to return but that one; undefined where every producer tells the type. One object stays one, wherever it stands.
 */
export function createTypeNaming({
  defaultType,
}: Pick<ResolverPlan, 'defaultType'>): ((value: unknown) => unknown) | undefined {
  if (defaultType === undefined) return undefined;
  const named = new WeakMap<Values, Values>();
  const nameTypes = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(nameTypes);
    if (!isRecord(value) || typeof value['__typename'] === 'string') return value;
    const known = named.get(value) ?? { ...value, __typename: defaultType };
    named.set(value, known);
    return known;
  };
  return nameTypes;
}

/** The step after those that get the value. */
export function nameTypesOfValues(plan: Pick<ResolverPlan, 'defaultType'>): readonly ResolverStep[] {
  const nameTypes = createTypeNaming(plan);
  if (nameTypes === undefined) return [];
  return [
    (run) => {
      run.values.forEach((value, index) => (run.values[index] = nameTypes(value)));
      return undefined;
    },
  ];
}
