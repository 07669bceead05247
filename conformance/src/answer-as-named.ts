/** A handler that answers nothing of entities but the fields that its events name. */
import type { SubgraphHandler } from '@tributary/subgraph';

interface EntitiesEvent {
  readonly info: { readonly fieldName: string; readonly selectionSetList: readonly string[] };
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Of the answers of `Query._entities` it leaves out what `info.selectionSetList` does not name, but for values that come
 * along, which are kept under name and arguments.
 */
export function answerAsNamed(handler: SubgraphHandler): SubgraphHandler {
  return async (event, context) => {
    const answer = await handler(event, context);
    if (!Array.isArray(event)) return answer;
    // One envelope for each event, as the kit makes them.
    const envelopes = answer as readonly { readonly data: unknown }[];
    return envelopes.map((envelope, index) => {
      const { info } = event[index] as EntitiesEvent;
      if (info.fieldName !== '_entities' || !Array.isArray(envelope.data)) return envelope;
      const entities = envelope.data as readonly (Fields | null)[];
      return { data: entities.map((entity) => named(entity, info.selectionSetList)) };
    });
  };
}

function named(entity: Fields | null, names: readonly string[]): Fields | null {
  if (entity === null) return null;
  return Object.fromEntries(
    Object.entries(entity).filter(([name]) => names.includes(name) || name.includes('(')),
  );
}
