/**
 * `@context` and `@fromContext`. A field whose argument comes from a context is asked with a value of the nearest object
 * above it that sets the context. A resolver of AppSync sees the object around its field and nothing above that, so every
 * field from the one object to the other hands the value on to the objects of its own value. See Federation
 * documentation, "Use contexts to share data" (2026-11-21).
 */
import { Kind } from 'graphql';
import type {
  DefinitionNode,
  DocumentNode,
  InterfaceTypeDefinitionNode,
  ObjectTypeDefinitionNode,
  UnionTypeDefinitionNode,
} from 'graphql';
import type { CarriedContext, FieldSet } from '../model/federation-model.ts';
import { parseFieldSet } from './field-set.ts';
import { readContextNames, readJoinFields } from './join-directives.ts';
import type { JoinContextArgument } from './join-directives.ts';
import { objectGraph, objectTypesByName } from './object-graph.ts';
import type { ObjectGraph } from './object-graph.ts';

/** An argument from a context, with the field that takes it. */
export interface ContextUse {
  readonly typeName: string;
  readonly fieldName: string;
  readonly argument: JoinContextArgument;
  /** Object types that set the context. */
  readonly setters: ReadonlySet<string>;
}

/** @returns `Type.field` -> what the field hands on, sorted */
export function contextCarriers(supergraph: DocumentNode): ReadonlyMap<string, readonly CarriedContext[]> {
  const uses = contextUses(supergraph);
  const carriers = new Map<string, CarriedContext[]>();
  if (uses.length === 0) return carriers;
  const graph = objectGraph(supergraph);
  for (const [storedAs, use] of new Map(uses.map((one) => [contextProperty(one.argument), one]))) {
    const users = uses.filter(({ argument }) => contextProperty(argument) === storedAs);
    const takenBy = [...new Set(users.map(({ fieldName }) => fieldName))].sort();
    const leading = typesLeadingTo(graph, new Set(users.map(({ typeName }) => typeName)));
    for (const typeName of typesBelow(graph, use.setters)) {
      const selection = use.setters.has(typeName) ? parseSelection(use.argument.selection) : undefined;
      for (const [fieldName, targets] of graph.get(typeName) ?? []) {
        if (!targets.some((target) => leading.has(target))) continue;
        const id = `${typeName}.${fieldName}`;
        carriers.set(id, [...(carriers.get(id) ?? []), { storedAs, selection, takenBy }]);
      }
    }
  }
  return carriers;
}

/** Every argument from a context, by type and field. */
export function contextUses(supergraph: DocumentNode): readonly ContextUse[] {
  const setters = contextSetters(supergraph);
  if (setters.size === 0) return [];
  return supergraph.definitions.flatMap((node) =>
    node.kind !== Kind.OBJECT_TYPE_DEFINITION
      ? []
      : (node.fields ?? []).flatMap((field) =>
          readJoinFields(field).flatMap(({ contextArguments }) =>
            contextArguments.map((argument) => ({
              typeName: node.name.value,
              fieldName: field.name.value,
              argument,
              setters: setters.get(argument.context) ?? new Set<string>(),
            })),
          ),
        ),
  );
}

/** Under this name an object holds the value that it was handed: no field can be named so. */
export function contextProperty({ context, selection }: Pick<JoinContextArgument, 'context' | 'selection'>) {
  return `$${context} { ${parseSelection(selection).text} }`;
}

/** A context's selection as the field set that it comes to, without outer braces. */
export function parseSelection(selection: string): FieldSet {
  const text = selection.trim();
  return parseFieldSet(text.startsWith('{') ? text.slice(1, -1) : text);
}

function contextSetters(supergraph: DocumentNode): ReadonlyMap<string, ReadonlySet<string>> {
  const setters = new Map<string, Set<string>>();
  let objectTypes: ReturnType<typeof objectTypesByName> | undefined;
  for (const node of supergraph.definitions) {
    if (!isComposite(node)) continue;
    for (const context of readContextNames(node)) {
      objectTypes ??= objectTypesByName(supergraph);
      const names = setters.get(context) ?? new Set<string>();
      for (const name of objectTypes.get(node.name.value) ?? []) names.add(name);
      setters.set(context, names);
    }
  }
  return setters;
}

function isComposite(
  node: DefinitionNode,
): node is ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode | UnionTypeDefinitionNode {
  return (
    node.kind === Kind.OBJECT_TYPE_DEFINITION ||
    node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
    node.kind === Kind.UNION_TYPE_DEFINITION
  );
}

/** The types themselves, and those that their fields lead to. */
function typesBelow(graph: ObjectGraph, from: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set(from);
  for (const typeName of found) {
    for (const targets of graph.get(typeName)?.values() ?? [])
      for (const target of targets) found.add(target);
  }
  return found;
}

/** The types themselves, and those with a field that leads to one. */
function typesLeadingTo(graph: ObjectGraph, to: ReadonlySet<string>): ReadonlySet<string> {
  const sources = new Map<string, Set<string>>();
  for (const [typeName, fields] of graph) {
    for (const target of [...fields.values()].flat()) {
      sources.set(target, (sources.get(target) ?? new Set()).add(typeName));
    }
  }
  const found = new Set(to);
  for (const typeName of found) for (const source of sources.get(typeName) ?? []) found.add(source);
  return found;
}
