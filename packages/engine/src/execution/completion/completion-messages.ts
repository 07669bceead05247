/** Messages for values that do not fit the schema, as the service words them. */
import { type Position, formatPath } from './position.ts';

export function nullMessage(typeName: string, position: Position): string {
  return `Cannot return null for non-nullable type: '${typeName}' within parent '${position.ownerTypeName}' (${formatPath(position)})`;
}

export function mismatchMessage(expected: 'LIST' | 'OBJECT', value: unknown, position: Position): string {
  return `Can't resolve value (${formatPath(position)}) : type mismatch error, expected type ${expected}, got ${kindOf(value)}`;
}

export function serializationMessage(reason: string, position: Position): string {
  return `Can't serialize value (${formatPath(position)}) : ${reason}`;
}

export function unresolvedTypeMessage(typeName: string, position: Position): string {
  return `Can't resolve value (${formatPath(position)}) : abstract type '${typeName}' must resolve to an object type, the value has no usable '__typename'`;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'LIST';
  return typeof value === 'object' ? 'OBJECT' : (typeof value).toUpperCase();
}
