import type { ExpressionParts } from './expressions.ts';

export interface KeyedProjection {
  readonly parts: ExpressionParts | undefined;
  /** Key attributes that the request did not ask for. */
  readonly addedNames: readonly string[];
}

/** Adds key attributes to a projection: answers of a batch come in any order and are matched by key. */
export function projectWithKeys(
  projection: ExpressionParts | undefined,
  keyNames: readonly string[],
): KeyedProjection {
  if (projection === undefined) return { parts: undefined, addedNames: [] };
  const projected = new Set(
    projection.expression.split(',').map((path) => attributeOf(path.trim(), projection)),
  );
  const addedNames = keyNames.filter((name) => !projected.has(name));
  const placeholders = addedNames.map((name, index) => [`#batchKey${index}`, name] as const);
  return {
    addedNames,
    parts: {
      expression: [projection.expression, ...placeholders.map(([placeholder]) => placeholder)].join(', '),
      names: { ...projection.names, ...Object.fromEntries(placeholders) },
      values: projection.values,
    },
  };
}

function attributeOf(path: string, projection: ExpressionParts): string {
  const [first = path] = path.split(/[.[]/);
  const name = projection.names[first];
  return typeof name === 'string' ? name : first;
}
