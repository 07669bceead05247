/**
 * The adapter: AppSync's direct-Lambda events in, single or batched, GraphQL operations out. The same function runs as
 * an AWS Lambda handler and inside the local server.
 */
import type { Answer } from './answer.ts';
import { answerOf, DEFAULT_ERROR_TYPE } from './answer.ts';
import type { AdapterConfig } from './config.ts';
import type { EventPlan, OperationPart } from './operation/operation-part.ts';
import { planEvent } from './operation/operation-part.ts';
import { listOf, readEvent, recordOf } from './read-event.ts';
import { createTranslator } from './selection/index.ts';
import { createCircuitBreaker } from './transport/circuit-breaker.ts';
import type { Headers } from './transport/operation-window.ts';
import { createOperationWindow } from './transport/operation-window.ts';
import type { PostJson } from './transport/post-json.ts';
import { createPostJson } from './transport/post-json.ts';
import { createRequestEntities } from './transport/request-entities.ts';
import { createSendOperation } from './transport/send-operation.ts';

/**
 * One event: an Answer; for `Query._entities` its data are the entities, those with errors in an Answer of their own.
 * A list of events: the list of their answers.
 */
export type Adapter = (event: unknown) => Promise<unknown>;

export interface AdapterEdges {
  readonly post: PostJson;
  readonly nowMs: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly afterwards: (flush: () => void) => void;
}

/** AWS gives every request one of its own. AWS X-Ray developer guide, "Tracing header". */
const TRACE_HEADER = 'x-amzn-trace-id';

const NODE_EDGES = {
  nowMs: () => Date.now(),
  sleep: (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms)),
  afterwards: (flush: () => void) => void setImmediate(flush),
};

export function createAdapter(
  config: AdapterConfig,
  edges: AdapterEdges = { ...NODE_EDGES, post: createPostJson() },
): Adapter {
  const { name, shape, settings } = config;
  const breaker = createCircuitBreaker({
    failures: settings.breakerFailures,
    cooldownMs: settings.breakerCooldownMs,
    nowMs: edges.nowMs,
  });
  const window = createOperationWindow({
    name,
    shape,
    send: createSendOperation(config, { ...edges, breaker }),
    forwardHeaders: settings.forwardHeaders,
    afterwards: edges.afterwards,
  });
  const translate = createTranslator(shape);
  const entities = createRequestEntities(shape);

  async function answer(input: unknown): Promise<unknown> {
    const event = readEvent(input);
    return run(planEvent(event, shape, translate), (part) => ask(part, event.headers));
  }

  function ask(part: OperationPart, headers: Headers): Promise<readonly Answer[]> {
    const requestKey = headers[TRACE_HEADER];
    if (part.kind === 'entities') return entities.ask(requestKey, part, (rest) => window.ask(rest, headers));
    if (part.operation === 'mutation') entities.forget(requestKey);
    return window.ask(part, headers);
  }

  async function answerSafely(input: unknown): Promise<unknown> {
    try {
      return await answer(input);
    } catch (error) {
      const errorMessage = error instanceof Error ? error.message : String(error);
      return answerOf(null, [{ errorMessage, errorType: DEFAULT_ERROR_TYPE, errorInfo: { subgraph: name } }]);
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

/** An error that several entities share, as of the whole list, is told once. */
function entitiesAnswer(entities: readonly Answer[]): Answer {
  const all = entities.flatMap(({ errors = [] }) => errors);
  const own = new Set(all.filter((error) => all.indexOf(error) === all.lastIndexOf(error)));
  const shared = [...new Set(all)].filter((error) => !own.has(error));
  const data = entities.map((entity): unknown => {
    const errors = (entity.errors ?? []).filter((error) => own.has(error));
    return errors.length === 0 ? entity.data : answerOf(entity.data, errors);
  });
  return answerOf(data, shared);
}

const NOTHING: Answer = { data: null };
