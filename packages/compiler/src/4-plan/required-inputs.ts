/** What a field's resolver must get before the field: inputs of `@requires` that take arguments, and what needs them. */
import { valueFromAST } from 'graphql';
import type { FieldNode, SelectionSetNode } from 'graphql';
import type { ArgumentModel, FederationModel, ObjectTypeModel } from '../model/federation-model.ts';
import type { FetchGroup, RequiredInput } from '../model/resolver-plan.ts';
import { createReach } from './reach.ts';
import type { ReachCall, ReachStep } from './reach-place.ts';
import type { Reach } from './reach.ts';
import { resolutionIn, valueSource } from './value-source.ts';

/** Inputs of a field that is fetched with a group of its type. */
export function inputsOfGroup(
  model: FederationModel,
  type: ObjectTypeModel,
  group: FetchGroup,
): RequiredInput[] {
  const inputs = collect(model, type, (reach) => reach.include(group));
  return inputs.filter((input) => input.kind !== 'fetch' || input.group !== group);
}

/** Inputs of a field that a subgraph is asked for with its arguments. */
export function inputsOfCall(
  model: FederationModel,
  type: ObjectTypeModel,
  requires: SelectionSetNode | undefined,
): RequiredInput[] {
  return requires === undefined ? [] : collect(model, type, (reach) => reach.ensure(requires));
}

/**
 * The plain fields among the inputs are the producer's to complete (`needs`), whatever produced the entity: so the
 * search starts from an entity that has every plain field that some subgraph can bring.
 */
function collect(
  model: FederationModel,
  type: ObjectTypeModel,
  search: (reach: Reach) => unknown,
): RequiredInput[] {
  const sources = [...type.keys.keys()].map((subgraph) => valueSource(subgraph));
  const reach = createReach({ model, type, sources, mayCall: true });
  search(reach);
  const withoutCalls = createReach({ model, type, sources, mayCall: false });
  return reach.calls.flatMap((one): RequiredInput[] => {
    if (isCall(one)) return [toInput(type, one)];
    const isOfProducer = one.path.length > 0 || withoutCalls.include(one.group) !== undefined;
    return isOfProducer ? [] : [{ kind: 'fetch', group: one.group }];
  });
}

function isCall(one: ReachStep | ReachCall): one is ReachCall {
  return 'selected' in one;
}

function toInput(type: ObjectTypeModel, { selected, subgraph, keys, condition }: ReachCall): RequiredInput {
  const field = type.fields.get(selected.name);
  return {
    kind: 'call',
    storedAs: selected.storedAs,
    typeName: type.name,
    fieldName: selected.name,
    arguments: argumentValues(selected.node, field?.arguments ?? []),
    subgraph,
    keys,
    requires: field === undefined ? undefined : resolutionIn(field, subgraph)?.requires,
    condition,
  };
}

/** What a field set writes out, and the defaults of the rest: a subgraph is called with all that the schema has. */
function argumentValues(node: FieldNode, known: readonly ArgumentModel[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    known.flatMap(({ name, type, defaultValue }): [string, unknown][] => {
      const written = node.arguments?.find((argument) => argument.name.value === name)?.value;
      const value = written === undefined ? defaultValue : valueFromAST(written, type);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
