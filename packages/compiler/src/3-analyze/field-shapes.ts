/** The fields of a type in the shape of one subgraph. */
import type { FieldShape } from '@tributary/http-subgraph';
import { namedTypeOf, typeText } from '../model/type-reference.ts';
import type { CompositeIndex } from './composite-index.ts';
import { fieldsByGraph } from './fields-by-graph.ts';
import type { FieldInGraph, FieldsNode } from './fields-by-graph.ts';
import { readJoinTypes } from './join-directives.ts';
import type { JoinField } from './join-directives.ts';

interface FieldsContext extends Pick<CompositeIndex, 'composites'> {
  /** `join__Graph` value. */
  readonly graph: string;
}

/** @param isEntity - the type has a key in this subgraph */
export function fieldShapes(
  node: FieldsNode,
  { graph, composites }: FieldsContext,
  isEntity: boolean,
): Record<string, FieldShape> {
  const graphs = readJoinTypes(node).length;
  const shapes: Record<string, FieldShape> = {};
  for (const inGraph of fieldsByGraph(node).get(graph) ?? []) {
    const { field, joins } = inGraph;
    const isComposite = composites.has(namedTypeOf(field.type));
    // Which subgraph's answer counts is known at run time.
    const hasLabel = joins.some(({ overrideLabel }) => overrideLabel !== undefined);
    // Of a composite field each may answer other parts.
    const isChosen = hasLabel || (isComposite && isResolvedBySeveral(joins, graphs));
    shapes[field.name.value] = fieldShape(inGraph, { isPlanned: isEntity && isChosen, hasLabel });
  }
  return shapes;
}

/** A resolver is planned for the answer of one of them. @param graphs - how many have the type */
export function isResolvedBySeveral(joins: readonly JoinField[], graphs: number): boolean {
  if (joins.length === 0) return graphs > 1;
  return joins.filter(({ isExternal, isUsedOverridden }) => !isExternal && !isUsedOverridden).length > 1;
}

function fieldShape(
  { field, join }: FieldInGraph,
  { isPlanned, hasLabel }: { readonly isPlanned: boolean; readonly hasLabel: boolean },
): FieldShape {
  const args = field.arguments ?? [];
  const contextual = join.contextArguments ?? [];
  const type = join.type ?? typeText(field.type);
  const isPlain = args.length + contextual.length === 0 && !hasLabel && join.isExternal !== true;
  // Nearly all fields.
  if (isPlain && join.provides === undefined && join.requires === undefined) return { type };
  return {
    type,
    ...(args.length + contextual.length === 0
      ? {}
      : {
          arguments: Object.fromEntries([
            ...args.map((argument) => [argument.name.value, typeText(argument.type)] as const),
            ...contextual.map(({ name, type }) => [name, type] as const),
          ]),
        }),
    ...(contextual.length > 0 || (isPlanned && args.length > 0) ? { isContextual: true } : {}),
    ...(hasLabel && args.length === 0 ? { isLabelled: true } : {}),
    ...(join.isExternal === true ? { isExternal: true } : {}),
    ...(join.provides === undefined ? {} : { provides: join.provides }),
    ...(join.requires === undefined ? {} : { requires: join.requires }),
  };
}
