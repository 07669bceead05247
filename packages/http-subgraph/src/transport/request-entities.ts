/** What one request of a client has asked of a subgraph already: equal entities deeper in its answer are not fetched anew. */
import type { Answer } from '../answer.ts';
import type { EntitiesPart, Representation } from '../operation/operation-part.ts';
import { selectionIdentity } from '../selection/index.ts';
import type { SubgraphShape } from '../shape.ts';

export interface RequestEntities {
  /**
   * @param requestKey - tells requests apart; undefined: nothing is shared
   * @param fetch - asks for the representations that are not known yet
   * @returns one answer for each representation of the part
   */
  ask(
    requestKey: string | undefined,
    part: EntitiesPart,
    fetch: (part: EntitiesPart) => Promise<readonly Answer[]>,
  ): Promise<readonly Answer[]>;
  /** A mutation of the request may have changed what was fetched before. */
  forget(requestKey: string | undefined): void;
}

/** Requests that are remembered at a time, oldest out first. Own choice, 2026-11-21. */
const MAX_REQUESTS = 256;
const NOTHING: Answer = { data: null };

type KnownEntities = Map<string, Promise<Answer>>;

export function createRequestEntities(shape: SubgraphShape): RequestEntities {
  const requests = new Map<string, KnownEntities>();

  function knownOf(requestKey: string): KnownEntities {
    const known = requests.get(requestKey) ?? new Map<string, Promise<Answer>>();
    const [oldest] = requests.keys();
    if (!requests.has(requestKey) && requests.size >= MAX_REQUESTS && oldest !== undefined)
      requests.delete(oldest);
    requests.set(requestKey, known);
    return known;
  }

  return {
    ask(requestKey, part, fetch) {
      if (requestKey === undefined) return fetch(part);
      const known = knownOf(requestKey);
      const prefix = selectionIdentity(part.selection, shape);
      const keys = part.representations.map((representation) => prefix + JSON.stringify(representation));
      const missing = new Map<string, Representation>();
      part.representations.forEach((representation, index) => {
        const key = keys[index] ?? '';
        if (!known.has(key)) missing.set(key, representation);
      });
      if (missing.size > 0)
        remember(known, [...missing.keys()], fetch({ ...part, representations: [...missing.values()] }));
      return Promise.all(keys.map((key) => known.get(key) ?? Promise.resolve(NOTHING)));
    },
    forget(requestKey) {
      if (requestKey !== undefined) requests.delete(requestKey);
    },
  };
}

function remember(known: KnownEntities, keys: readonly string[], fetched: Promise<readonly Answer[]>): void {
  keys.forEach((key, index) =>
    known.set(
      key,
      fetched.then((answers) => answers[index] ?? NOTHING),
    ),
  );
}
