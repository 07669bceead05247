import { type GraphQLObjectType, getNamedType, isLeafType, isObjectType } from 'graphql';
import { isRecord } from '../../model/is-record.ts';
import { type FieldGroup, type Selection, collectChildren } from '../selection/collect-fields.ts';

/**
 * The `data` of `util.error` limited to the field's selection set, under its response keys. AppSync developer guide,
 * "Built-in utilities", util.error.
 */
export function filterErrorData(
  field: { readonly selection: Selection; readonly group: FieldGroup },
  data: unknown,
): unknown {
  const { selection, group } = field;
  if (data === null || data === undefined || group.plan === undefined) return null;
  const type = getNamedType(group.plan.definition.type);
  if (isLeafType(type)) return data;
  if (Array.isArray(data)) return data.map((item: unknown) => filterErrorData(field, item));
  if (!isRecord(data)) return null;
  const named =
    typeof data['__typename'] === 'string' ? selection.plan.schema.getType(data['__typename']) : type;
  return isObjectType(named) ? filterObject(selection, { group, type: named }, data) : {};
}

function filterObject(
  selection: Selection,
  place: { readonly group: FieldGroup; readonly type: GraphQLObjectType },
  data: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const kept: Record<string, unknown> = {};
  for (const child of collectChildren(selection, place.group, place.type)) {
    if (child.plan === undefined) kept[child.responseKey] = place.type.name;
    else if (Object.hasOwn(data, child.plan.name)) {
      kept[child.responseKey] = filterErrorData({ selection, group: child }, data[child.plan.name]);
    }
  }
  return kept;
}
