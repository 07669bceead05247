/** What the fields and keys of a type require, whichever subgraph is asked. */
import { Kind } from 'graphql';
import type { InterfaceTypeDefinitionNode, ObjectTypeDefinitionNode } from 'graphql';
import type { CarriedContext } from '../model/federation-model.ts';
import type { CompositeNode } from './composite-index.ts';
import { normalizedFieldSet } from './field-set.ts';
import { readJoinFields, readJoinTypes } from './join-directives.ts';

type FieldsNode = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

export interface TypeRequirements {
  readonly typeName: string;
  /** `join__Graph` value -> its keys, normalized; subgraphs without keys are left out. */
  readonly keysByGraph: ReadonlyMap<string, readonly string[]>;
  /** Each field -> the field sets that it requires, in whatever subgraph resolves it. */
  readonly requiresByField: ReadonlyMap<string, readonly string[]>;
  /** Field -> what it hands on. */
  readonly contexts: ReadonlyMap<string, readonly CarriedContext[]>;
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
    const found = known.get(typeName) ?? {
      typeName,
      keysByGraph: keysByGraph(node),
      requiresByField: requiresByField(node, composites),
      contexts: new Map(
        (node.fields ?? []).flatMap(({ name }) => {
          const carried = carriers.get(`${typeName}.${name.value}`);
          return carried === undefined ? [] : [[name.value, carried] as const];
        }),
      ),
    };
    known.set(typeName, found);
    return found;
  };
}

function keysByGraph(node: FieldsNode): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>();
  for (const { graph, key } of readJoinTypes(node)) {
    const list = keys.get(graph) ?? [];
    keys.set(graph, list);
    if (key !== undefined) list.push(normalizedFieldSet(key));
  }
  return new Map([...keys].filter(([, list]) => list.length > 0));
}

function requiresByField(
  node: FieldsNode,
  composites: ReadonlyMap<string, CompositeNode>,
): ReadonlyMap<string, readonly string[]> {
  // What an @interfaceObject requires is written at the interface.
  const above = (node.interfaces ?? []).flatMap(({ name }) => {
    const supertype = composites.get(name.value);
    return supertype?.kind === Kind.INTERFACE_TYPE_DEFINITION ? (supertype.fields ?? []) : [];
  });
  return new Map(
    (node.fields ?? []).map((field) => [
      field.name.value,
      [field, ...above.filter(({ name }) => name.value === field.name.value)]
        .flatMap((one) => readJoinFields(one))
        .flatMap(({ requires }) => (requires === undefined ? [] : [requires])),
    ]),
  );
}
