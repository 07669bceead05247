/** Reads the directives of the join specification (v0.3 and later) off supergraph nodes. */
import { Kind } from 'graphql';
import type { ConstDirectiveNode, DocumentNode } from 'graphql';

export interface JoinType {
  readonly graph: string;
  readonly key: string | undefined;
  readonly isResolvable: boolean;
  readonly isInterfaceObject: boolean;
}

export interface JoinField {
  /** Absent: the field belongs to every subgraph of the type. */
  readonly graph: string | undefined;
  readonly requires: string | undefined;
  readonly provides: string | undefined;
  readonly isExternal: boolean;
  readonly isUsedOverridden: boolean;
  readonly overrideLabel: string | undefined;
}

interface WithDirectives {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** `join__Graph` value -> subgraph name. */
export function readGraphNames(supergraph: DocumentNode): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const value of definition.values ?? []) {
      const directive = value.directives?.find(({ name }) => name.value === 'join__graph');
      names.set(value.name.value, (directive && stringArgument(directive, 'name')) ?? value.name.value);
    }
  }
  return names;
}

export function readJoinTypes(node: WithDirectives): JoinType[] {
  return named(node, 'join__type').map((directive) => ({
    graph: enumArgument(directive, 'graph') ?? '',
    key: stringArgument(directive, 'key'),
    isResolvable: booleanArgument(directive, 'resolvable') ?? true,
    isInterfaceObject: booleanArgument(directive, 'isInterfaceObject') ?? false,
  }));
}

export function readJoinFields(node: WithDirectives): JoinField[] {
  return named(node, 'join__field').map((directive) => ({
    graph: enumArgument(directive, 'graph'),
    requires: stringArgument(directive, 'requires'),
    provides: stringArgument(directive, 'provides'),
    isExternal: booleanArgument(directive, 'external') ?? false,
    isUsedOverridden: booleanArgument(directive, 'usedOverridden') ?? false,
    overrideLabel: stringArgument(directive, 'overrideLabel'),
  }));
}

function named(node: WithDirectives, name: string): readonly ConstDirectiveNode[] {
  return (node.directives ?? []).filter((directive) => directive.name.value === name);
}

function argument(directive: ConstDirectiveNode, name: string) {
  return directive.arguments?.find((node) => node.name.value === name)?.value;
}

function stringArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = argument(directive, name);
  return value?.kind === Kind.STRING ? value.value : undefined;
}

function enumArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = argument(directive, name);
  return value?.kind === Kind.ENUM ? value.value : undefined;
}

function booleanArgument(directive: ConstDirectiveNode, name: string): boolean | undefined {
  const value = argument(directive, name);
  return value?.kind === Kind.BOOLEAN ? value.value : undefined;
}
