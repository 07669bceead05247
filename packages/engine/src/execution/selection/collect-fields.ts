/** GraphQL spec, "Field Collection": selection sets -> fields in response order, merged by response key. */
import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  isAbstractType,
} from 'graphql';
import type { ReadyDocument } from '../document/document-cache.ts';
import { type EntryLocation, locate } from '../error-entries.ts';
import type { FieldPlan, SchemaPlan } from '../schema/schema-plan.ts';

/** The fields of one response key below one object type. Its identity stands for a response path without indices. */
export interface FieldGroup {
  readonly responseKey: string;
  readonly node: FieldNode;
  /** All fields that were merged, `node` first. */
  readonly nodes: readonly FieldNode[];
  readonly locations: readonly EntryLocation[];
  /** undefined: `__typename`. */
  readonly plan: FieldPlan | undefined;
  readonly parent: FieldGroup | undefined;
  /** Root fields are 1. */
  readonly depth: number;
  readonly children: Map<GraphQLObjectType, readonly FieldGroup[]>;
}

export interface Selection {
  readonly plan: SchemaPlan;
  readonly document: ReadyDocument;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Fields below a group for one concrete type; computed once, then remembered on the group. */
export function collectChildren(
  selection: Selection,
  parent: FieldGroup,
  type: GraphQLObjectType,
): readonly FieldGroup[] {
  const known = parent.children.get(type);
  if (known !== undefined) return known;
  const sets = parent.nodes.flatMap((node) => (node.selectionSet === undefined ? [] : [node.selectionSet]));
  const collected = collectFields(selection, sets, { type, parent });
  parent.children.set(type, collected);
  return collected;
}

export function collectFields(
  selection: Selection,
  sets: readonly SelectionSetNode[],
  place: { readonly type: GraphQLObjectType; readonly parent: FieldGroup | undefined },
): readonly FieldGroup[] {
  const fields = new Map<string, FieldNode[]>();
  for (const set of sets)
    addSelections(selection, set.selections, { type: place.type, fields, visited: new Set() });
  return [...fields].map(([responseKey, nodes]) =>
    toGroup(responseKey, nodes, { ...place, plan: selection.plan }),
  );
}

function toGroup(
  responseKey: string,
  nodes: readonly FieldNode[],
  place: { type: GraphQLObjectType; parent: FieldGroup | undefined; plan: SchemaPlan },
): FieldGroup {
  const node = nodes[0];
  if (node === undefined)
    throw new Error('Internal error: a field group without fields. Please report this.');
  return {
    responseKey,
    node,
    nodes,
    locations: locate(node),
    plan: place.plan.field(place.type, node.name.value),
    parent: place.parent,
    depth: (place.parent?.depth ?? 0) + 1,
    children: new Map(),
  };
}

interface Collection {
  readonly type: GraphQLObjectType;
  readonly fields: Map<string, FieldNode[]>;
  /** Names of fragments that are already in. */
  readonly visited: Set<string>;
}

function addSelections(selection: Selection, nodes: readonly SelectionNode[], into: Collection): void {
  for (const node of nodes) {
    if (!isIncluded(node, selection.variables)) continue;
    if (node.kind === Kind.FIELD) {
      const key = (node.alias ?? node.name).value;
      const merged = into.fields.get(key);
      if (merged === undefined) into.fields.set(key, [node]);
      else merged.push(node);
      continue;
    }
    if (node.kind === Kind.INLINE_FRAGMENT) {
      if (doesApply(selection.plan, node.typeCondition?.name.value, into.type)) {
        addSelections(selection, node.selectionSet.selections, into);
      }
      continue;
    }
    const fragment = selection.document.fragments.get(node.name.value);
    if (fragment === undefined || into.visited.has(node.name.value)) continue;
    into.visited.add(node.name.value);
    if (doesApply(selection.plan, fragment.typeCondition.name.value, into.type)) {
      addSelections(selection, fragment.selectionSet.selections, into);
    }
  }
}

function doesApply(plan: SchemaPlan, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const conditional: GraphQLNamedType | undefined = plan.schema.getType(condition);
  return isAbstractType(conditional) && plan.schema.isSubType(conditional, type);
}

/** GraphQL spec, "@skip" and "@include". */
export function isIncluded(node: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  for (const directive of node.directives ?? []) {
    const name = directive.name.value;
    if (name !== 'skip' && name !== 'include') continue;
    const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
    const condition =
      value?.kind === Kind.VARIABLE
        ? variables[value.name.value] === true
        : value?.kind === Kind.BOOLEAN && value.value;
    if (condition === (name === 'skip')) return false;
  }
  return true;
}
