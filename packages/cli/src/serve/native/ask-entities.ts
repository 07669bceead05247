/** Asks a subgraph for the entities of many places at once, each distinct one in one place of a list. */
import { headerTexts } from '@tributary/http-subgraph';
import type { Answer, EntitiesPart, Representation } from '@tributary/http-subgraph';
import type { FieldRun } from './field-run.ts';
import type { CallSite } from './native-context.ts';

/** Distinct representations; a slot is the number that stands for one. */
export interface EntityList {
  add(representation: Representation): number;
  readonly size: () => number;
  /** By `__typename` of the representations. */
  readonly byType: ReadonlyMap<string, EntitiesOfType>;
}

interface EntitiesOfType {
  readonly representations: Representation[];
  readonly slots: number[];
}

export function createEntityList(): EntityList {
  const slotByText = new Map<string, number>();
  const byType = new Map<string, EntitiesOfType>();
  return {
    byType,
    size: () => slotByText.size,
    add(representation) {
      const text = JSON.stringify(representation);
      const known = slotByText.get(text);
      if (known !== undefined) return known;
      const slot = slotByText.size;
      slotByText.set(text, slot);
      const typeName = representation.__typename;
      const ofType = byType.get(typeName) ?? { representations: [], slots: [] };
      byType.set(typeName, ofType);
      ofType.representations.push(representation);
      ofType.slots.push(slot);
      return slot;
    },
  };
}

export interface EntityCall {
  readonly site: CallSite;
  /** Places of the response that ask. */
  readonly batchSize: number;
  readonly list: EntityList;
  /** @throws Error when the subgraph can't be asked for the type: every entity of it gets that error */
  readonly selectionOf: (typeName: string) => EntitiesPart['selection'];
}

/** @returns answers by slot */
export async function askEntities(run: FieldRun, call: EntityCall): Promise<readonly Answer[]> {
  const { field } = run;
  const { client, dataSource, resolver } = call.site;
  const headers = headerTexts(field.headers);
  const types = [...call.list.byType];
  const ask = async ([typeName, { representations }]: (typeof types)[number]): Promise<readonly Answer[]> => {
    const selection = selectionOrFault(call, typeName);
    if ('errors' in selection) return representations.map(() => selection);
    const part = {
      kind: 'entities',
      selection,
      representations: renamed(representations, selection),
    } as const;
    return client.ask(part, headers, field.headers);
  };
  const answers = await field.call(
    { dataSource, operation: 'BatchInvoke', resolver, batchSize: call.batchSize },
    () => Promise.all(types.map(ask)),
    () => types.map(([, { representations }]) => representations.map(() => LATE)),
  );
  const bySlot: Answer[] = [];
  types.forEach(([, { slots }], at) => {
    slots.forEach((slot, index) => (bySlot[slot] = answers[at]?.[index] ?? NOTHING));
  });
  return bySlot;
}

/** An object type may be known to the subgraph by its `@interfaceObject` only. */
function renamed(
  representations: readonly Representation[],
  { typeName }: EntitiesPart['selection'],
): readonly Representation[] {
  if (representations[0]?.__typename === typeName) return representations;
  return representations.map((one) => ({ ...one, __typename: typeName }));
}

function selectionOrFault(
  { selectionOf, site }: EntityCall,
  typeName: string,
): EntitiesPart['selection'] | Required<Answer> {
  try {
    return selectionOf(typeName);
  } catch (error) {
    const errorMessage = error instanceof Error ? error.message : String(error);
    const errorInfo = { subgraph: site.client.name };
    return { data: null, errors: [{ errorMessage, errorType: 'SubgraphError', errorInfo }] };
  }
}

const NOTHING: Answer = { data: null };
/** The request's time was over before the subgraph answered. */
const LATE: Answer = {
  data: null,
  errors: [{ errorMessage: 'Execution timed out.', errorType: 'Lambda:ExecutionTimeoutException' }],
};
