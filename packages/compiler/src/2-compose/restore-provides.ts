/**
 * Writes `@provides` back into the supergraph where the composition library loses it (checked with 0.27.0): a field that
 * all subgraphs of its type resolve alike gets no `@join__field`, although one of them provides something.
 */
import { Kind } from 'graphql';
import type {
  ConstArgumentNode,
  ConstDirectiveNode,
  DocumentNode,
  FieldDefinitionNode,
  InterfaceTypeDefinitionNode,
  ObjectTypeDefinitionNode,
} from 'graphql';
import { innerMap } from '../model/inner-map.ts';

interface GraphDocument {
  /** `join__Graph` value. */
  readonly graph: string;
  readonly document: DocumentNode;
}

/** @returns the same document when nothing is lost */
export function restoreProvides(supergraph: DocumentNode, subgraphs: readonly GraphDocument[]): DocumentNode {
  const provided = providesByField(subgraphs);
  if (provided.size === 0) return supergraph;
  const restore = <Node extends ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode>(type: Node) => {
    const ofType = provided.get(type.name.value);
    if (ofType === undefined) return type;
    const fields = (type.fields ?? []).map((field) => {
      const byGraph = ofType.get(field.name.value);
      return byGraph === undefined ? field : withProvides(type, field, byGraph);
    });
    const isSame = fields.every((field, index) => field === type.fields?.[index]);
    return isSame ? type : { ...type, fields };
  };
  const definitions = supergraph.definitions.map((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION
      ? restore(node)
      : node,
  );
  const isSame = definitions.every((node, index) => node === supergraph.definitions[index]);
  return isSame ? supergraph : { ...supergraph, definitions };
}

type ProvidesByGraph = ReadonlyMap<string, ConstArgumentNode>;

/** Type -> field -> graph -> `fields` of its `@provides`. */
function providesByField(
  subgraphs: readonly GraphDocument[],
): ReadonlyMap<string, ReadonlyMap<string, ProvidesByGraph>> {
  const found = new Map<string, Map<string, Map<string, ConstArgumentNode>>>();
  for (const { graph, document } of subgraphs) {
    for (const type of document.definitions) {
      if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
      for (const field of type.fields ?? []) {
        const directive = field.directives?.find(
          ({ name }) => name.value.replace('federation__', '') === 'provides',
        );
        const fields = directive?.arguments?.find(({ name }) => name.value === 'fields');
        if (fields === undefined) continue;
        const ofType = innerMap(found, type.name.value);
        innerMap(ofType, field.name.value).set(graph, fields);
      }
    }
  }
  return found;
}

function withProvides(
  type: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode,
  field: FieldDefinitionNode,
  byGraph: ProvidesByGraph,
): FieldDefinitionNode {
  // A field that is joined somewhere has its `@provides`; one that is nowhere belongs to all subgraphs of its type.
  if ((field.directives ?? []).some(({ name }) => name.value === 'join__field')) return field;
  const graphs = (type.directives ?? []).flatMap(({ name, arguments: args }) => {
    const graph = args?.find((one) => one.name.value === 'graph');
    return name.value === 'join__type' && graph !== undefined ? [graph] : [];
  });
  const distinct = graphs.filter(
    (graph, index) => graphs.findIndex((one) => textOf(one) === textOf(graph)) === index,
  );
  const joins = distinct.map((graph): ConstDirectiveNode => {
    const fields = byGraph.get(textOf(graph));
    const provides = fields && { ...fields, name: { kind: Kind.NAME as const, value: 'provides' } };
    return {
      kind: Kind.DIRECTIVE,
      name: { kind: Kind.NAME, value: 'join__field' },
      arguments: provides === undefined ? [graph] : [graph, provides],
    };
  });
  return { ...field, directives: [...(field.directives ?? []), ...joins] };
}

function textOf({ value }: ConstArgumentNode): string {
  return value.kind === Kind.ENUM ? value.value : '';
}
