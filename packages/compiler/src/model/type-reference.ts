/** Type references of SDL, `[Product!]!`, without a schema. */
import { Kind } from 'graphql';
import type { TypeNode } from 'graphql';

/** The name without lists and non-nulls: `Product`. */
export function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}

/** How many lists: 2 for `[[Product!]]!`. */
export function listDepthOf(type: TypeNode): number {
  if (type.kind === Kind.NAMED_TYPE) return 0;
  return listDepthOf(type.type) + (type.kind === Kind.LIST_TYPE ? 1 : 0);
}

/** As graphql's `print` writes it, which visits a copy of the node for that. */
export function typeText(type: TypeNode): string {
  switch (type.kind) {
    case Kind.NAMED_TYPE:
      return type.name.value;
    case Kind.LIST_TYPE:
      return `[${typeText(type.type)}]`;
    case Kind.NON_NULL_TYPE:
      return `${typeText(type.type)}!`;
  }
}
