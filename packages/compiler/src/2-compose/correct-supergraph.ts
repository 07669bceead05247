/**
 * Corrects what the composition library writes wrongly into the supergraph (checked with 0.27.0): an `@external` field
 * of an `@interfaceObject` type is not marked so, which says that the subgraph resolves it; and see `restoreProvides`.
 */
import { Kind, visit } from 'graphql';
import type {
  ConstDirectiveNode,
  DocumentNode,
  FieldDefinitionNode,
  InterfaceTypeDefinitionNode,
} from 'graphql';
import { restoreProvides } from './restore-provides.ts';

interface NamedDocument {
  readonly name: string;
  readonly document: DocumentNode;
}

/** @returns the same document when there is nothing to correct */
export function correctSupergraph(
  supergraph: DocumentNode,
  subgraphs: readonly NamedDocument[],
): DocumentNode {
  const graphByName = graphNames(supergraph);
  const provided = restoreProvides(
    supergraph,
    subgraphs.map(({ name, document }) => ({ graph: graphByName.get(name) ?? name, document })),
  );
  const external = externalFields(provided, subgraphs);
  if (external.size === 0) return provided;
  return visit(provided, {
    InterfaceTypeDefinition: (node) => ({
      ...node,
      fields: (node.fields ?? []).map((field) => {
        const graphs = external.get(`${node.name.value}.${field.name.value}`);
        return graphs === undefined ? field : withJoinFields(node, field, graphs);
      }),
    }),
  });
}

/** `Interface.field` -> `join__Graph` values of the subgraphs where it is external. */
function externalFields(
  supergraph: DocumentNode,
  subgraphs: readonly NamedDocument[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const graphByName = graphNames(supergraph);
  const found = new Map<string, Set<string>>();
  for (const { name, document } of subgraphs) {
    for (const node of document.definitions) {
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
      if (!hasDirective(node.directives, 'interfaceObject')) continue;
      for (const field of node.fields ?? []) {
        if (!hasDirective(field.directives, 'external')) continue;
        const id = `${node.name.value}.${field.name.value}`;
        found.set(id, (found.get(id) ?? new Set()).add(graphByName.get(name) ?? name));
      }
    }
  }
  return found;
}

/** Subgraph name -> its `join__Graph` value. */
export function graphNames(supergraph: DocumentNode): Map<string, string> {
  const names = new Map<string, string>();
  for (const node of supergraph.definitions) {
    if (node.kind !== Kind.ENUM_TYPE_DEFINITION || node.name.value !== 'join__Graph') continue;
    for (const value of node.values ?? []) {
      const argument = value.directives?.[0]?.arguments?.find(({ name }) => name.value === 'name')?.value;
      if (argument?.kind === Kind.STRING) names.set(argument.value, value.name.value);
    }
  }
  return names;
}

/** A directive under its own name or the specification's namespace. */
function hasDirective(directives: readonly ConstDirectiveNode[] | undefined, name: string): boolean {
  return (directives ?? []).some((directive) => directive.name.value.replace('federation__', '') === name);
}

/** A field without `@join__field` belongs to all subgraphs of its type: then each of them is written out. */
function withJoinFields(
  node: InterfaceTypeDefinitionNode,
  field: FieldDefinitionNode,
  externalIn: ReadonlySet<string>,
): FieldDefinitionNode {
  const known = (field.directives ?? []).filter(({ name }) => name.value === 'join__field');
  const graphOf = (directive: ConstDirectiveNode) => {
    const value = directive.arguments?.find(({ name }) => name.value === 'graph')?.value;
    return value?.kind === Kind.ENUM ? [value.value] : [];
  };
  const joined = new Set(known.flatMap(graphOf));
  const all = (node.directives ?? []).filter(({ name }) => name.value === 'join__type').flatMap(graphOf);
  const missing = [...new Set(known.length === 0 ? all : externalIn)].filter((graph) => !joined.has(graph));
  const kept = (field.directives ?? []).filter(
    (directive) => !(known.includes(directive) && graphOf(directive).some((graph) => externalIn.has(graph))),
  );
  const again = [...joined].filter((graph) => externalIn.has(graph));
  return {
    ...field,
    directives: [...kept, ...[...missing, ...again].map((graph) => joinField(graph, externalIn.has(graph)))],
  };
}

function joinField(graph: string, isExternal: boolean): ConstDirectiveNode {
  const name = (value: string) => ({ kind: Kind.NAME as const, value });
  const external = {
    kind: Kind.ARGUMENT as const,
    name: name('external'),
    value: { kind: Kind.BOOLEAN as const, value: true },
  };
  return {
    kind: Kind.DIRECTIVE,
    name: name('join__field'),
    arguments: [
      { kind: Kind.ARGUMENT, name: name('graph'), value: { kind: Kind.ENUM, value: graph } },
      ...(isExternal ? [external] : []),
    ],
  };
}
