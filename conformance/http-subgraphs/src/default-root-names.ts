/** Root types that a `schema` definition names otherwise, as `Query`, `Mutation` and `Subscription`. */
import { Kind, visit } from 'graphql';
import type { DocumentNode, NameNode } from 'graphql';

const DEFAULT_NAMES = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

/** What is asked of a server does not tell the names of its root types. */
export function withDefaultRootNames(document: DocumentNode): DocumentNode {
  const names = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.SCHEMA_DEFINITION
        ? node.operationTypes.map(
            ({ operation, type }) => [type.name.value, DEFAULT_NAMES[operation]] as const,
          )
        : [],
    ),
  );
  const rename = <Node extends { readonly name: NameNode }>(node: Node): Node => {
    const value = names.get(node.name.value);
    return value === undefined ? node : { ...node, name: { ...node.name, value } };
  };
  return visit(document, {
    ObjectTypeDefinition: rename,
    ObjectTypeExtension: rename,
    NamedType: rename,
  });
}
