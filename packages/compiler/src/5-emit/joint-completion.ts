import type { FederationModel, FieldModel } from '../model/federation-model.ts';
import { innerMap } from '../model/inner-map.ts';
import type {
  ApiPlan,
  Completion,
  JointFields,
  ResolverPlan,
  TypeCompletion,
} from '../model/resolver-plan.ts';

/** The plan with a completion that joint calls can end: it tells what is wanted of the types that they ask for. */
export function withJointCompletion(
  model: FederationModel,
  { joint }: Pick<ApiPlan, 'joint'>,
  plan: ResolverPlan,
): ResolverPlan {
  const field = model.types.get(plan.typeName)?.fields.get(plan.fieldName);
  if (plan.joint === undefined || field === undefined) return plan;
  const { completion } = plan;
  if (completion === undefined)
    return { ...plan, completion: jointCompletion(model, joint, { ...plan, field }) };
  const known = innerMap(completed, completion);
  const id = plan.joint.join(' ');
  const found = known.get(id) ?? jointCompletion(model, joint, { ...plan, field });
  known.set(id, found);
  return { ...plan, completion: found };
}

/** Fields with values of the same type and origin share their completion, and what becomes of it. */
const completed = new WeakMap<Completion, Map<string, Completion>>();

function jointCompletion(
  model: FederationModel,
  joint: ApiPlan['joint'],
  plan: Pick<ResolverPlan, 'completion' | 'joint'> & { readonly field: FieldModel },
): Completion {
  const { field } = plan;
  const asked = jointFieldNames((plan.joint ?? []).flatMap((subgraph) => joint.get(subgraph) ?? []));
  const possible = model.possibleTypes.get(field.namedType) ?? [field.namedType];
  const before: Completion = plan.completion ?? {
    listDepth: field.listDepth,
    typeName: model.possibleTypes.has(field.namedType) ? undefined : field.namedType,
    interfaceObject: undefined,
    types: [],
    steps: [],
  };
  const known = new Set(before.types.map(({ typeName }) => typeName));
  const lacking = [...asked.keys()].filter((name) => possible.includes(name) && !known.has(name));
  const types = [...before.types, ...lacking.sort().map(emptyType)];
  // The step that finds object types always asks: it does not run for joint fields alone.
  if (before.interfaceObject !== undefined) return { ...before, types };
  const withFields = types.map((type): TypeCompletion => {
    const added = asked.get(type.typeName);
    if (added === undefined) return type;
    return { ...type, fetchedFields: [...new Set([...type.fetchedFields, ...added])].sort() };
  });
  return { ...before, types: withFields };
}

/** Object type -> its fields, of what several subgraphs are asked for together. */
function jointFieldNames(asked: readonly JointFields[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { typeName, fields } of asked) {
    const known = names.get(typeName) ?? [];
    known.push(...fields.map(({ fieldName }) => fieldName));
    names.set(typeName, known);
  }
  return names;
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
