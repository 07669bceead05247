/** Which recorded operations a breaking change meets. */
import type { SchemaChange } from './compare-schemas.ts';
import type { OperationUsage } from './operation-usage.ts';

/**
 * The change with `usedBy`. Errs on the side of "used": a change whose effect can't be told from an operation's text
 * counts against every operation that touches the field or type around it.
 */
export function withUsers(change: SchemaChange, usage: OperationUsage): SchemaChange {
  if (change.criticality !== 'breaking') return change;
  const coordinate = affectedCoordinate(change);
  const users = coordinate === undefined ? allUsers(usage) : usage.get(coordinate);
  return { ...change, usedBy: [...(users ?? [])].sort() };
}

/** What an operation must use to meet the change; undefined: any operation meets it. */
function affectedCoordinate({ type, path }: SchemaChange): string | undefined {
  if (path === undefined || path.startsWith('@')) return undefined;
  const [typeName = '', member = ''] = path.split('.');
  switch (type) {
    case 'FIELD_REMOVED':
    case 'FIELD_TYPE_CHANGED':
    case 'FIELD_ARGUMENT_REMOVED':
    case 'INPUT_FIELD_REMOVED':
    case 'ENUM_VALUE_REMOVED':
      return path;
    // An operation without the argument meets a new required one.
    case 'FIELD_ARGUMENT_ADDED':
    case 'FIELD_ARGUMENT_TYPE_CHANGED':
      return `${typeName}.${member}`;
    default:
      return typeName;
  }
}

function allUsers(usage: OperationUsage): ReadonlySet<string> {
  return new Set([...usage.values()].flatMap((users) => [...users]));
}
