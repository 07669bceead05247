export interface ProjectionExpression {
  readonly expression: string;
  readonly expressionNames: Readonly<Record<string, string>>;
}

/**
 * A list of attribute paths, such as `nested.object[1]`, as a projection with placeholders.
 * Differs or unconfirmed: the service's placeholders for projections are not published.
 */
export function toProjectionExpression(paths: readonly unknown[]): ProjectionExpression {
  const expressionNames: Record<string, string> = {};
  const placeholders = new Map<string, string>();
  const placeholder = (name: string): string => {
    const known = placeholders.get(name) ?? `#expName_${placeholders.size + 1}`;
    placeholders.set(name, known);
    expressionNames[known] = name;
    return known;
  };
  const formatSegment = (segment: string): string => {
    const [, name = segment, indexes = ''] = /^([^[]+)((?:\[\d+\])*)$/.exec(segment) ?? [];
    return placeholder(name) + indexes;
  };
  const expression = paths.map((path) => String(path).split('.').map(formatSegment).join('.')).join(', ');
  return { expression, expressionNames };
}
