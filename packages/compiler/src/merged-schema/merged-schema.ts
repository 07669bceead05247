/** The subgraphs' types side by side: what corrections and hints compare. */
import { Kind } from 'graphql';
import type { DirectiveDefinitionNode } from 'graphql';
import { federationNames } from './federation-names.ts';
import { kindOf, typePart } from './type-part.ts';
import type { FindDirectives, NamedDocument, TypeKind, TypeNode, TypePart } from './type-part.ts';

export interface MergedType {
  readonly name: string;
  readonly kind: TypeKind;
  /** One for each subgraph that has the type, in name order; at least one. */
  readonly parts: readonly TypePart[];
}

export interface MergedDirective {
  readonly subgraph: string;
  readonly node: DirectiveDefinitionNode;
}

export interface MergedSchema {
  /** Names, sorted. */
  readonly subgraphs: readonly string[];
  /** By name, sorted. */
  readonly types: ReadonlyMap<string, MergedType>;
  /** Those that several subgraphs have: only these can differ. */
  readonly sharedTypes: readonly MergedType[];
  /** Definitions by directive name; at least one each. */
  readonly directives: ReadonlyMap<string, readonly MergedDirective[]>;
}

/** @param subgraphs - sorted by name; composition has accepted them, so a type has one kind everywhere */
export function mergedSchema(subgraphs: readonly NamedDocument[]): MergedSchema {
  const types = new Map<string, MergedType & { readonly parts: TypePart[] }>();
  const directives = new Map<string, MergedDirective[]>();
  for (const subgraph of subgraphs) {
    for (const [name, part] of partsOf(subgraph)) {
      const known = types.get(name);
      if (known === undefined) types.set(name, { name, kind: part.kind, parts: [part] });
      else known.parts.push(part);
    }
    for (const node of subgraph.document.definitions) {
      if (node.kind !== Kind.DIRECTIVE_DEFINITION) continue;
      const known = directives.get(node.name.value);
      const directive: MergedDirective = { subgraph: subgraph.name, node };
      if (known === undefined) directives.set(node.name.value, [directive]);
      else known.push(directive);
    }
  }
  const sorted = new Map([...types].sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    subgraphs: subgraphs.map(({ name }) => name),
    types: sorted,
    sharedTypes: [...sorted.values()].filter(({ parts }) => parts.length > 1),
    directives,
  };
}

function partsOf({ name: subgraph, document }: NamedDocument): readonly (readonly [string, TypePart])[] {
  const specificationName = federationNames(document);
  const named: FindDirectives = (directives = [], name) =>
    directives.length === 0
      ? directives
      : directives.filter((directive) => specificationName(directive.name.value) === name);
  const roots = rootNames({ name: subgraph, document });
  const nodes = new Map<string, [TypeNode, ...TypeNode[]]>();
  for (const node of document.definitions) {
    if (!isTypeNode(node)) continue;
    const name = roots.get(node.name.value) ?? node.name.value;
    const known = nodes.get(name);
    if (known === undefined) nodes.set(name, [node]);
    else known.push(node);
  }
  return [...nodes].map(([name, all]) => [name, typePart(subgraph, all, named)] as const);
}

/** A root type may have a name of its own: the merged schema has the usual one. */
function rootNames({ document }: NamedDocument): ReadonlyMap<string, string> {
  const usual = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' };
  return new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION
        ? (node.operationTypes ?? []).map(
            ({ operation, type }) => [type.name.value, usual[operation]] as const,
          )
        : [],
    ),
  );
}

function isTypeNode(node: NamedDocument['document']['definitions'][number]): node is TypeNode {
  return kindOf(node) !== undefined;
}
