/** What the fields and keys of a type require, whichever subgraph is asked. */
import { Kind } from 'graphql';
import type { FieldDefinitionNode } from 'graphql';
import type { CarriedContext } from '../model/federation-model.ts';
import type { CompositeNode } from './composite-index.ts';
import { normalizedFieldSet } from './field-set.ts';
import { isResolvedBySeveral } from './field-shapes.ts';
import type { FieldsNode } from './fields-by-graph.ts';
import { readJoinFields, readJoinTypes } from './join-directives.ts';
import type { JoinType } from './join-directives.ts';

export interface TypeRequirements {
  readonly typeName: string;
  /** `join__Graph` value -> its keys, normalized; subgraphs without keys are left out. */
  readonly keysByGraph: ReadonlyMap<string, readonly string[]>;
  /** Field -> the field sets that it requires, in whatever subgraph resolves it; only fields that require or hand on something. */
  readonly requiresByField: ReadonlyMap<string, readonly string[]>;
  /** Field -> what it hands on. */
  readonly contexts: ReadonlyMap<string, readonly CarriedContext[]>;
  /**
   * Fields with arguments that several subgraphs resolve, of a type that an `@interfaceObject` may stand for: who tells the
   * type of a value does not answer them there, and the one that is asked may want a key that the interface does not have.
   */
  readonly sharedCalls: ReadonlySet<string>;
}

/**
 * @param carriers - `Type.field` -> what the field hands on
 * @returns what a type requires, worked out when it is first asked for; undefined for unions
 */
export function typeRequirements(
  composites: ReadonlyMap<string, CompositeNode>,
  carriers: ReadonlyMap<string, readonly CarriedContext[]>,
): (typeName: string) => TypeRequirements | undefined {
  const known = new Map<string, TypeRequirements>();
  return (typeName) => {
    const node = composites.get(typeName);
    if (node === undefined || node.kind === Kind.UNION_TYPE_DEFINITION) return undefined;
    const found = known.get(typeName) ?? requirementsOf(node, composites, carriers);
    known.set(typeName, found);
    return found;
  };
}

function requirementsOf(
  node: FieldsNode,
  composites: ReadonlyMap<string, CompositeNode>,
  carriers: ReadonlyMap<string, readonly CarriedContext[]>,
): TypeRequirements {
  const typeName = node.name.value;
  const above = interfaceFields(node, composites);
  const requiresByField = new Map<string, readonly string[]>();
  const contexts = new Map<string, readonly CarriedContext[]>();
  for (const field of node.fields ?? []) {
    const name = field.name.value;
    // Nearly all fields.
    if (carriers.size === 0 && !above.has(name) && readJoinFields(field).length === 0) continue;
    const requires: string[] = [];
    for (const one of [field, ...(above.get(name) ?? [])]) {
      for (const join of readJoinFields(one)) if (join.requires !== undefined) requires.push(join.requires);
    }
    const carried = carriers.get(`${typeName}.${name}`);
    if (requires.length > 0 || carried !== undefined) requiresByField.set(name, requires);
    if (carried !== undefined) contexts.set(name, carried);
  }
  const sharedCalls = sharedCallsOf(node, composites);
  return { typeName, keysByGraph: keysByGraph(node, composites), requiresByField, contexts, sharedCalls };
}

function sharedCallsOf(
  node: FieldsNode,
  composites: ReadonlyMap<string, CompositeNode>,
): ReadonlySet<string> {
  if (keysOfInterfaceObjects(node, composites).length === 0) return NO_NAMES;
  const graphs = new Set(readJoinTypes(node).map(({ graph }) => graph)).size;
  const shared = (node.fields ?? []).filter(
    (field) => (field.arguments ?? []).length > 0 && isResolvedBySeveral(readJoinFields(field), graphs),
  );
  return new Set(shared.map(({ name }) => name.value));
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** Of the interfaces that a type implements: what an `@interfaceObject` requires is written there. */
function interfaceFields(
  node: FieldsNode,
  composites: ReadonlyMap<string, CompositeNode>,
): ReadonlyMap<string, readonly FieldDefinitionNode[]> {
  const fields = new Map<string, FieldDefinitionNode[]>();
  for (const { name } of node.interfaces ?? []) {
    const supertype = composites.get(name.value);
    if (supertype?.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of supertype.fields ?? [])
      fields.set(field.name.value, [...(fields.get(field.name.value) ?? []), field]);
  }
  return fields;
}

function keysByGraph(
  node: FieldsNode,
  composites: ReadonlyMap<string, CompositeNode>,
): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>();
  for (const { graph, key } of [...readJoinTypes(node), ...keysOfInterfaceObjects(node, composites)]) {
    const list = keys.get(graph) ?? [];
    keys.set(graph, list);
    if (key !== undefined) list.push(normalizedFieldSet(key));
  }
  return new Map([...keys].filter(([, list]) => list.length > 0));
}

/** A subgraph in which an interface is an object type knows the type by the key of the interface. */
function keysOfInterfaceObjects(
  node: FieldsNode,
  composites: ReadonlyMap<string, CompositeNode>,
): readonly JoinType[] {
  if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
  return (node.interfaces ?? []).flatMap(({ name }) => {
    const supertype = composites.get(name.value);
    if (supertype?.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [];
    return readJoinTypes(supertype).filter(({ isInterfaceObject }) => isInterfaceObject);
  });
}
