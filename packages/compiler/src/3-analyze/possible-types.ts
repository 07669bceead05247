/** Which object types a value of an interface or union can have: in the whole supergraph, and in each subgraph. */
import { Kind } from 'graphql';
import type { DocumentNode } from 'graphql';
import type { ObjectTypeModel } from '../model/federation-model.ts';
import { readJoinImplements, readJoinUnionMembers } from './join-directives.ts';
import type { JoinGraph, JoinMember } from './join-directives.ts';

/** Abstract type -> its object types, sorted. */
export function possibleTypes({ definitions }: DocumentNode): Map<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const node of definitions) {
    if (node.kind === Kind.INTERFACE_TYPE_DEFINITION) found.set(node.name.value, []);
    if (node.kind !== Kind.UNION_TYPE_DEFINITION) continue;
    found.set(
      node.name.value,
      (node.types ?? []).map(({ name }) => name.value),
    );
  }
  for (const node of definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const { name } of node.interfaces ?? []) found.get(name.value)?.push(node.name.value);
  }
  for (const names of found.values()) names.sort();
  return found;
}

interface PossibleTypesContext {
  readonly graphs: ReadonlyMap<string, JoinGraph>;
  readonly types: ReadonlyMap<string, ObjectTypeModel>;
  readonly possible: ReadonlyMap<string, readonly string[]>;
}

/** Abstract type -> subgraph -> the object types that this subgraph knows it to have, sorted. */
export function possibleTypesIn(
  supergraph: DocumentNode,
  { graphs, types, possible }: PossibleTypesContext,
): Map<string, ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, Map<string, Set<string>>>();
  const add = (abstractName: string, { graph }: Pick<JoinMember, 'graph'>, objectName: string) => {
    const bySubgraph = found.get(abstractName) ?? new Map<string, Set<string>>();
    const subgraph = graphs.get(graph)?.name ?? graph;
    bySubgraph.set(subgraph, (bySubgraph.get(subgraph) ?? new Set()).add(objectName));
    found.set(abstractName, bySubgraph);
  };
  for (const node of supergraph.definitions) {
    if (node.kind === Kind.OBJECT_TYPE_DEFINITION) {
      for (const member of readJoinImplements(node)) add(member.name, member, node.name.value);
    }
    if (node.kind === Kind.UNION_TYPE_DEFINITION) {
      for (const member of readJoinUnionMembers(node)) add(node.name.value, member, member.name);
    }
  }
  // A subgraph that returns one object type where the API has an abstract one may not know the abstract one.
  for (const { namedType, resolutions } of [...types.values()].flatMap(({ fields }) => [
    ...fields.values(),
  ])) {
    if (!possible.has(namedType)) continue;
    for (const { subgraph, objectType } of resolutions)
      if (objectType !== undefined) add(namedType, { graph: subgraph }, objectType);
  }
  for (const [name, names] of possible) {
    const subgraphs = types.get(name)?.interfaceObjectIn ?? [];
    const bySubgraph = found.get(name) ?? new Map<string, Set<string>>();
    for (const subgraph of subgraphs) bySubgraph.set(subgraph, new Set(names));
    found.set(name, bySubgraph);
  }
  return new Map(
    [...found].map(([name, bySubgraph]) => [
      name,
      new Map([...bySubgraph].map(([subgraph, names]) => [subgraph, [...names].sort()])),
    ]),
  );
}
