/** An entity, or an entity inside one, as the search of `reach.ts` knows it: what it has, and where that comes from. */
import type { SelectionSetNode } from 'graphql';
import type {
  FederationModel,
  FieldModel,
  KeyFieldSet,
  ObjectTypeModel,
  OverrideCondition,
} from '../model/federation-model.ts';
import type { FetchGroup, StepPlace } from '../model/resolver-plan.ts';
import type { SelectedField } from '../model/selected-fields.ts';
import { suppliedNames } from './value-source.ts';
import type { ValueSource } from './value-source.ts';

export interface ReachStep extends StepPlace {
  readonly group: FetchGroup;
  /** What must be present before, as paths below the entity; transitive. */
  readonly needs: readonly string[];
  /** Fields that are there because of this step: of what its subgraph has, what was not to be had before. */
  readonly brings: readonly string[];
  readonly adds: string[];
}

/** A field with arguments that some `@requires` needs. */
export interface ReachCall {
  readonly selected: SelectedField;
  readonly subgraph: string;
  readonly keys: readonly KeyFieldSet[];
  /** Asked for only while this holds. */
  readonly condition: OverrideCondition | undefined;
}

/** A group that is asked for a composite field of an entity although the entity has it, because it has it in part. */
export interface Addition {
  readonly group: FetchGroup;
  readonly needs: readonly string[];
  /** Notes a path of the value as one that the step must add. */
  note(path: readonly string[]): void;
}

export interface PlaceSource {
  readonly source: ValueSource;
  /** undefined: the value around carries it. */
  readonly addition: Addition | undefined;
}

export interface InnerSelection {
  readonly field: FieldModel;
  readonly selectionSet: SelectionSetNode;
}

export interface Place {
  readonly type: ObjectTypeModel;
  readonly path: readonly string[];
  readonly isTypeKnown: boolean;
  /** Field -> the group that brings it; undefined: it was there. */
  readonly origins: Map<string, FetchGroup | undefined>;
  /** Composite field that is there in part -> what adds to it. */
  readonly additions: Map<string, readonly Addition[]>;
  /** Field that only an addition to the value around it brings. */
  readonly inherited: ReadonlyMap<string, Addition>;
  readonly sources: readonly PlaceSource[];
  readonly included: Map<FetchGroup, readonly string[]>;
  readonly inProgress: Set<FetchGroup>;
  readonly children: Map<string, Place>;
}

export function createPlace(
  model: FederationModel,
  place: Pick<Place, 'type' | 'sources' | 'path' | 'isTypeKnown'>,
): Place {
  const origins = new Map<string, undefined>();
  const inherited = new Map<string, Addition>();
  for (const { source, addition } of place.sources) {
    for (const name of suppliedNames(model, place.type, source)) {
      if (addition === undefined) origins.set(name, undefined);
      else if (!inherited.has(name)) inherited.set(name, addition);
    }
  }
  for (const name of origins.keys()) inherited.delete(name);
  const { type, sources, path, isTypeKnown } = place;
  return {
    type,
    sources,
    path,
    isTypeKnown,
    origins,
    inherited,
    additions: new Map(),
    included: new Map(),
    inProgress: new Set(),
    children: new Map(),
  };
}

/** True when the step is for entities at the place. */
export function isAt(step: ReachStep, place: Place): boolean {
  return step.path.join('.') === place.path.join('.');
}
