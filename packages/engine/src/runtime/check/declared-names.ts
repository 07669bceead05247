import type { Pattern } from 'acorn';

/** The identifiers that a declaration's pattern introduces. */
export function patternNames(pattern: Pattern): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        patternNames(property.type === 'RestElement' ? property.argument : property.value),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element === null ? [] : patternNames(element)));
    case 'RestElement':
      return patternNames(pattern.argument);
    case 'AssignmentPattern':
      return patternNames(pattern.left);
    case 'MemberExpression':
      return [];
  }
}

/** The name in `import { name }` or `export { local as name }`, which may also be a string literal. */
export function exportedName(name: { type: string; name?: string; value?: unknown }): string {
  return name.name ?? String(name.value);
}
