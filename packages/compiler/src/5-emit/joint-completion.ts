import type { FederationModel } from '../model/federation-model.ts';
import type { ApiPlan, Completion, ResolverPlan, TypeCompletion } from '../model/resolver-plan.ts';

/** The plan with a completion that joint calls can end: it tells what is wanted of the types that they ask for. */
export function withJointCompletion(
  model: FederationModel,
  { joint }: Pick<ApiPlan, 'joint'>,
  plan: ResolverPlan,
): ResolverPlan {
  const field = model.types.get(plan.typeName)?.fields.get(plan.fieldName);
  if (plan.joint === undefined || field === undefined) return plan;
  const asked = plan.joint.flatMap((subgraph) => joint.get(subgraph) ?? []);
  const possible = model.possibleTypes.get(field.namedType) ?? [field.namedType];
  const before: Completion = plan.completion ?? {
    listDepth: field.listDepth,
    typeName: model.possibleTypes.has(field.namedType) ? undefined : field.namedType,
    interfaceObject: undefined,
    types: [],
    steps: [],
  };
  const names = [...new Set(asked.map(({ typeName }) => typeName))].filter((name) => possible.includes(name));
  const known = before.types.map(({ typeName }) => typeName);
  const types = [
    ...before.types,
    ...names
      .filter((name) => !known.includes(name))
      .sort()
      .map(emptyType),
  ];
  // The step that finds object types always asks: it does not run for joint fields alone.
  if (before.interfaceObject !== undefined) return { ...plan, completion: { ...before, types } };
  const withFields = types.map((type): TypeCompletion => {
    const added = asked.flatMap(({ typeName, fields }) =>
      typeName === type.typeName ? fields.map(({ fieldName }) => fieldName) : [],
    );
    return { ...type, fetchedFields: [...new Set([...type.fetchedFields, ...added])].sort() };
  });
  return { ...plan, completion: { ...before, types: withFields } };
}

function emptyType(typeName: string): TypeCompletion {
  return {
    typeName,
    foreignFields: [],
    leftoverFields: [],
    labelledFields: {},
    lackingFields: [],
    fetchedFields: [],
    hiddenFields: [],
    needs: {},
    contextNeeds: {},
  };
}
