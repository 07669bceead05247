/** What the values inside of a place are made of, and what another subgraph's answer would add to them. */
import type { SelectionSetNode } from 'graphql';
import type { FederationModel, FieldModel, ObjectTypeModel } from '../model/federation-model.ts';
import type { FetchGroup } from '../model/resolver-plan.ts';
import { selectedFields } from '../model/selected-fields.ts';
import type { InnerSelection, Place, PlaceSource } from './reach-place.ts';
import { askedSource, childSource, objectTypesFrom, suppliedNames } from './value-source.ts';
import type { ValueSource } from './value-source.ts';

/** What the values of a place's composite field are made of. */
export function childSources(
  model: FederationModel,
  place: Place,
  field: FieldModel,
): readonly PlaceSource[] {
  const carried = place.sources.flatMap(({ source, addition }) => {
    const child = childSource(model, { type: place.type, field }, source);
    return child === undefined ? [] : [{ source: child, addition }];
  });
  const asked = ({ subgraph }: FetchGroup) => askedSource(field, subgraph);
  const origin = place.origins.get(field.name);
  const fetched = origin === undefined ? [] : [{ source: asked(origin), addition: undefined }];
  const added = (place.additions.get(field.name) ?? []).map((addition) => ({
    source: asked(addition.group),
    addition,
  }));
  return [...carried, ...fetched, ...added];
}

/** True when the group's answer has a selected field of the value that nothing has so far. */
export function isAdding(
  model: FederationModel,
  place: Place,
  { field, selectionSet, group }: InnerSelection & { readonly group: FetchGroup },
): boolean {
  const known = childSources(model, place, field).map(({ source }) => source);
  const added = askedSource(field, group.subgraph);
  if (known.some(({ id }) => id === added.id)) return false;
  return objectTypesFrom(model, field.namedType, known).some((name) => {
    const type = model.types.get(name);
    return type !== undefined && hasMore(model, type, { selectionSet, known, added });
  });
}

/** What is selected of a value, what it is made of so far, and the answer that may add to it. */
interface Supply {
  readonly selectionSet: SelectionSetNode;
  readonly known: readonly ValueSource[];
  readonly added: ValueSource;
}

function hasMore(
  model: FederationModel,
  type: ObjectTypeModel,
  { selectionSet, known, added }: Supply,
): boolean {
  return selectedFields(model, selectionSet, type.name).some(({ name, selectionSet: innerSet }) => {
    if (!suppliedNames(model, type, added).has(name)) return false;
    if (!known.some((source) => suppliedNames(model, type, source).has(name))) return true;
    const field = type.fields.get(name);
    const below = field && childSource(model, { type, field }, added);
    if (field === undefined || below === undefined || innerSet === undefined) return false;
    const inside = known.flatMap((source) => childSource(model, { type, field }, source) ?? []);
    return objectTypesFrom(model, field.namedType, inside).some((typeName) => {
      const inner = model.types.get(typeName);
      return (
        inner !== undefined && hasMore(model, inner, { selectionSet: innerSet, known: inside, added: below })
      );
    });
  });
}
