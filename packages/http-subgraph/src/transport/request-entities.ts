/** What one request of a client has asked of a subgraph already: equal entities deeper in its answer are not fetched anew. */
import type { Answer } from '../answer.ts';
import type { EntitiesPart, Representation } from '../operation/operation-part.ts';
import { selectionIdentity } from '../selection/index.ts';
import type { SubgraphShape } from '../shape.ts';

/**
 * Tells requests apart: an object of the request, which is forgotten with it; or a text, where there is no such object;
 * undefined: nothing is shared.
 */
export type RequestKey = object | string | undefined;

export interface RequestEntities {
  /**
   * @param fetch - asks for the representations that are not known yet
   * @returns one answer for each representation of the part
   */
  ask(
    requestKey: RequestKey,
    part: EntitiesPart,
    fetch: (part: EntitiesPart) => Promise<readonly Answer[]>,
  ): Promise<readonly Answer[]>;
  /** A mutation of the request may have changed what was fetched before. */
  forget(requestKey: RequestKey): void;
}

/** Requests that are remembered by text at a time, oldest out first. Own choice, 2026-11-21. */
const MAX_REQUESTS = 256;
const NOTHING: Answer = { data: null };

/** One call for entities: its answers when it has some. */
interface EntitiesCall {
  readonly done: Promise<void>;
  answers: readonly Answer[];
}

interface KnownEntity {
  readonly call: EntitiesCall;
  readonly index: number;
}

/** Selection -> representation as JSON -> where the entity is. */
type KnownEntities = Map<string, Map<string, KnownEntity>>;

export function createRequestEntities(shape: SubgraphShape): RequestEntities {
  const byObject = new WeakMap<object, KnownEntities>();
  const byText = new Map<string, KnownEntities>();

  function knownOf(requestKey: object | string): KnownEntities {
    if (typeof requestKey === 'object') {
      const known = byObject.get(requestKey) ?? new Map<string, Map<string, KnownEntity>>();
      byObject.set(requestKey, known);
      return known;
    }
    const known = byText.get(requestKey) ?? new Map<string, Map<string, KnownEntity>>();
    const [oldest] = byText.keys();
    if (!byText.has(requestKey) && byText.size >= MAX_REQUESTS && oldest !== undefined) byText.delete(oldest);
    byText.set(requestKey, known);
    return known;
  }

  return {
    async ask(requestKey, part, fetch) {
      if (requestKey === undefined) return fetch(part);
      const bySelection = knownOf(requestKey);
      const identity = selectionIdentity(part.selection, shape);
      const known = bySelection.get(identity) ?? new Map<string, KnownEntity>();
      bySelection.set(identity, known);
      const keys = part.representations.map((representation) => JSON.stringify(representation));
      const missing = new Map<string, Representation>();
      part.representations.forEach((representation, index) => {
        const key = keys[index] ?? '';
        if (!known.has(key)) missing.set(key, representation);
      });
      if (missing.size > 0) {
        const call = startCall(fetch({ ...part, representations: [...missing.values()] }));
        [...missing.keys()].forEach((key, index) => known.set(key, { call, index }));
      }
      const entities = keys.map((key) => known.get(key));
      for (const call of new Set(entities.map((entity) => entity?.call))) await call?.done;
      return entities.map((entity) => entity?.call.answers[entity.index] ?? NOTHING);
    },
    forget(requestKey) {
      if (typeof requestKey === 'object') byObject.delete(requestKey);
      else if (requestKey !== undefined) byText.delete(requestKey);
    },
  };
}

function startCall(fetched: Promise<readonly Answer[]>): EntitiesCall {
  const call: EntitiesCall = {
    done: fetched.then((answers) => {
      call.answers = answers;
    }),
    answers: [],
  };
  return call;
}
