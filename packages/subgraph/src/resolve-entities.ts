/** Dispatch of `Query._entities`. In: representations of one or many events. Out: one outcome per event. */
import type { EntityAnswer, EntityLoader } from './entity-loader.ts';
import { toErrorEnvelope } from './envelope.ts';
import { groupBy } from './group-by.ts';
import { type Outcome, settle } from './outcome.ts';
import { parseRepresentations, type Representation, representationIdentity } from './representation.ts';
import { SubgraphError } from './subgraph-error.ts';

export type EntityLoaders = Readonly<Record<string, EntityLoader>>;

/** Outcome of each distinct representation, by its identity. */
type LoadedEntities = ReadonlyMap<string, Outcome<EntityAnswer>>;

/**
 * Answers the `_entities` events of one invocation. Each type's loader runs once, with the distinct representations
 * of all events. What a loader throws fails the events that asked for that type, and no others.
 * @param inputs - `arguments.representations` of each event
 */
export async function resolveEntities(
  loaders: EntityLoaders,
  inputs: readonly unknown[],
): Promise<readonly Outcome[]> {
  const requests = await Promise.all(inputs.map((input) => settle(() => parseRepresentations(input))));
  const asked = requests.flatMap((request) => (request.kind === 'returned' ? request.value : []));
  const loaded = await loadDistinct(loaders, asked);
  return Promise.all(
    requests.map(async (request) =>
      request.kind === 'threw' ? request : settle(() => request.value.map((one) => answerOf(loaded, one))),
    ),
  );
}

function answerOf(loaded: LoadedEntities, representation: Representation): unknown {
  const outcome = loaded.get(representationIdentity(representation));
  if (outcome === undefined) return null;
  if (outcome.kind === 'threw') throw outcome.thrown;
  if (outcome.value instanceof SubgraphError) return toErrorEnvelope(outcome.value);
  return outcome.value === null ? null : { __typename: representation.__typename, ...outcome.value };
}

async function loadDistinct(
  loaders: EntityLoaders,
  representations: readonly Representation[],
): Promise<LoadedEntities> {
  const distinct = new Map(representations.map((one) => [representationIdentity(one), one]));
  const byType = groupBy([...distinct.values()], (one) => one.__typename);
  const loaded = await Promise.all([...byType].map(([typeName, list]) => loadType(loaders[typeName], list)));
  return new Map(loaded.flat());
}

async function loadType(
  load: EntityLoader | undefined,
  representations: readonly Representation[],
): Promise<(readonly [string, Outcome<EntityAnswer>])[]> {
  const outcome = await settle(() => callLoader(load, representations));
  return representations.map((representation, position) => [
    representationIdentity(representation),
    outcome.kind === 'threw' ? outcome : { kind: 'returned', value: outcome.value[position] ?? null },
  ]);
}

async function callLoader(
  load: EntityLoader | undefined,
  representations: readonly Representation[],
): Promise<readonly EntityAnswer[]> {
  const typeName = representations[0]?.__typename;
  if (load === undefined) throw new TypeError(`this subgraph has no entity ${typeName}`);
  const answers = await load(representations);
  if (answers.length === representations.length) return answers;
  throw new TypeError(
    `${typeName}: ${answers.length} entities loaded for ${representations.length} representations`,
  );
}
