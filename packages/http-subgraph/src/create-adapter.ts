/**
 * The adapter: AppSync's direct-Lambda events in, single or batched, GraphQL operations out. The same function runs as
 * an AWS Lambda handler and inside the local server.
 */
import type { Answer } from './answer.ts';
import { answerOf, DEFAULT_ERROR_TYPE } from './answer.ts';
import type { AdapterConfig } from './config.ts';
import type { ClientEdges, SubgraphClient } from './create-subgraph-client.ts';
import { createSubgraphClient } from './create-subgraph-client.ts';
import { divideErrors } from './divide-errors.ts';
import type { EventPlan, OperationPart } from './operation/operation-part.ts';
import { listOf, readEvent, recordOf } from './read-event.ts';

/**
 * One event: an Answer; for `Query._entities` its data are the entities, those with errors in an Answer of their own.
 * A list of events: the list of their answers.
 */
export type Adapter = (event: unknown) => Promise<unknown>;

export function createAdapter(config: AdapterConfig, edges?: Partial<ClientEdges>): Adapter {
  return adapterOf(createSubgraphClient(config, edges));
}

/** An adapter over a client that others use too: what both ask at one time is one operation. */
export function adapterOf(client: SubgraphClient): Adapter {
  async function answer(input: unknown): Promise<unknown> {
    const event = readEvent(input);
    return run(client.plan(event), (part) => client.ask(part, event.headers));
  }

  async function answerSafely(input: unknown): Promise<unknown> {
    try {
      return await answer(input);
    } catch (error) {
      const errorMessage = error instanceof Error ? error.message : String(error);
      const errorInfo = { subgraph: client.name };
      return answerOf(null, [{ errorMessage, errorType: DEFAULT_ERROR_TYPE, errorInfo }]);
    }
  }

  return (event) => {
    const events = listOf(event);
    return events === undefined ? answer(event) : Promise.all(events.map(answerSafely));
  };
}

async function run(
  plan: EventPlan,
  ask: (part: OperationPart) => Promise<readonly Answer[]>,
): Promise<Answer> {
  switch (plan.kind) {
    case 'root':
      return (await ask(plan.part))[0] ?? NOTHING;
    case 'entities': {
      const answers = await Promise.all(plan.parts.map(ask));
      return entitiesAnswer(plan.slots.map(({ part, index }) => answers[part]?.[index] ?? NOTHING));
    }
    case 'present':
      return { data: plan.value };
    case 'entity-field': {
      const [entity = NOTHING] = await ask(plan.part);
      return { ...entity, data: recordOf(entity.data)?.[plan.key] ?? null };
    }
  }
}

function entitiesAnswer(entities: readonly Answer[]): Answer {
  const { shared, own } = divideErrors(entities);
  const data = entities.map((entity, index): unknown => {
    const errors = own[index] ?? [];
    return errors.length === 0 ? entity.data : answerOf(entity.data, errors);
  });
  return answerOf(data, shared);
}

const NOTHING: Answer = { data: null };
