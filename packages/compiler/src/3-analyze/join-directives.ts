/** Reads the directives of the join specification (v0.3 and later) off supergraph nodes. */
import { Kind } from 'graphql';
import type { ConstDirectiveNode, ConstValueNode, DocumentNode } from 'graphql';
import { booleanArgument, enumArgument, stringArgument } from './directive-arguments.ts';
import { readOnce } from '../model/read-once.ts';

export interface JoinType {
  readonly graph: string;
  readonly key: string | undefined;
  readonly isResolvable: boolean;
  readonly isInterfaceObject: boolean;
}

export interface JoinField {
  /** Absent: the field comes from the subgraphs of the type, or of an interface object that contributes it. */
  readonly graph: string | undefined;
  /** As the subgraph writes it; absent: as the supergraph has it. */
  readonly type: string | undefined;
  readonly requires: string | undefined;
  readonly provides: string | undefined;
  readonly override: string | undefined;
  readonly isExternal: boolean;
  readonly isUsedOverridden: boolean;
  readonly overrideLabel: string | undefined;
  readonly contextArguments: readonly JoinContextArgument[];
}

/** `@fromContext`: an argument that the gateway fills. */
export interface JoinContextArgument {
  readonly name: string;
  readonly type: string;
  /** Name of the `@context` in the supergraph. */
  readonly context: string;
  /** What of it, as the subgraph writes it: a selection in braces, or fragments one after the other. */
  readonly selection: string;
}

interface WithDirectives {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

export interface JoinGraph {
  /** Subgraph name. */
  readonly name: string;
  /** Where the subgraph answers; empty when the supergraph does not say. */
  readonly url: string;
}

/** `join__Graph` value -> the subgraph. */
export function readGraphs(supergraph: DocumentNode): ReadonlyMap<string, JoinGraph> {
  const graphs = new Map<string, JoinGraph>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const value of definition.values ?? []) {
      const directive = value.directives?.find(({ name }) => name.value === 'join__graph');
      const argument = (name: string) => directive && stringArgument(directive, name);
      graphs.set(value.name.value, {
        name: argument('name') ?? value.name.value,
        url: argument('url') ?? '',
      });
    }
  }
  return graphs;
}

export const readJoinTypes = readOnce((node: WithDirectives): readonly JoinType[] =>
  named(node, 'join__type').map((directive) => ({
    graph: enumArgument(directive, 'graph') ?? '',
    key: stringArgument(directive, 'key'),
    isResolvable: booleanArgument(directive, 'resolvable') ?? true,
    isInterfaceObject: booleanArgument(directive, 'isInterfaceObject') ?? false,
  })),
);

const NO_JOIN_FIELDS: readonly JoinField[] = [];

/** Most fields have none: nothing is kept of those. */
export function readJoinFields(node: WithDirectives): readonly JoinField[] {
  return (node.directives ?? []).length === 0 ? NO_JOIN_FIELDS : readOwnJoinFields(node);
}

const readOwnJoinFields = readOnce((node: WithDirectives): readonly JoinField[] =>
  named(node, 'join__field').map(joinField),
);

/** Its arguments are read in one go: a supergraph has more of these directives than fields. */
function joinField({ arguments: args = [] }: ConstDirectiveNode): JoinField {
  const read: { -readonly [Name in keyof JoinField]: JoinField[Name] } = {
    graph: undefined,
    type: undefined,
    requires: undefined,
    provides: undefined,
    override: undefined,
    isExternal: false,
    isUsedOverridden: false,
    overrideLabel: undefined,
    contextArguments: NO_CONTEXT_ARGUMENTS,
  };
  for (const { name, value } of args) {
    switch (name.value) {
      case 'graph':
        if (value.kind === Kind.ENUM) read.graph = value.value;
        break;
      case 'type':
      case 'requires':
      case 'provides':
      case 'override':
      case 'overrideLabel':
        if (value.kind === Kind.STRING) read[name.value] = value.value;
        break;
      case 'external':
        read.isExternal = value.kind === Kind.BOOLEAN && value.value;
        break;
      case 'usedOverridden':
        read.isUsedOverridden = value.kind === Kind.BOOLEAN && value.value;
        break;
      case 'contextArguments':
        read.contextArguments = contextArguments(value);
    }
  }
  return read;
}

const NO_CONTEXT_ARGUMENTS: readonly JoinContextArgument[] = [];

function contextArguments(list: ConstValueNode): readonly JoinContextArgument[] {
  if (list.kind !== Kind.LIST) return NO_CONTEXT_ARGUMENTS;
  return list.values.flatMap((value) => {
    if (value.kind !== Kind.OBJECT) return [];
    const texts = value.fields.flatMap((field) =>
      field.value.kind === Kind.STRING ? [[field.name.value, field.value.value] as const] : [],
    );
    const { name = '', type = '', context = '', selection = '' } = Object.fromEntries(texts);
    return [{ name, type, context, selection }];
  });
}

/** `@context(name:)`: the contexts that a type sets. */
export function readContextNames(node: WithDirectives): readonly string[] {
  return named(node, 'context').flatMap((directive) => stringArgument(directive, 'name') ?? []);
}

export interface JoinMember {
  readonly graph: string;
  /** The interface that an object implements, or the member of a union. */
  readonly name: string;
}

/** `@join__implements`: which interfaces an object or interface implements in which subgraph. */
export const readJoinImplements = readOnce((node: WithDirectives) =>
  members(node, 'join__implements', 'interface'),
);

/** `@join__unionMember`: which members a union has in which subgraph. */
export const readJoinUnionMembers = readOnce((node: WithDirectives) =>
  members(node, 'join__unionMember', 'member'),
);

function members(node: WithDirectives, directiveName: string, argumentName: string): readonly JoinMember[] {
  return named(node, directiveName).map((directive) => ({
    graph: enumArgument(directive, 'graph') ?? '',
    name: stringArgument(directive, argumentName) ?? '',
  }));
}

function named(node: WithDirectives, name: string): readonly ConstDirectiveNode[] {
  return (node.directives ?? []).filter((directive) => directive.name.value === name);
}
