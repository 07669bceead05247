/** An operation to its subgraph: headers, deadline, retries of queries, circuit breaker. */
import type { AdapterConfig } from '../config.ts';
import type { Operation } from '../operation/build-operation.ts';
import type { SubgraphFault } from '../operation/subgraph-fault.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import type { HttpAnswer, PostJson, PostOutcome } from './post-json.ts';
import { shareEqual } from './share-equal.ts';

export type SendOutcome =
  | { readonly kind: 'answered'; readonly body: unknown }
  | { readonly kind: 'failed'; readonly fault: SubgraphFault };

/** @param headers - of the client, names in lower case */
export type SendOperation = (
  operation: Operation,
  headers: Readonly<Record<string, string>>,
) => Promise<SendOutcome>;

export interface SendServices {
  readonly post: PostJson;
  readonly breaker: CircuitBreaker;
  readonly nowMs: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly sharesEqual: boolean;
}

/** Doubled from try to try. Own choice, 2026-11-21. */
const FIRST_PAUSE_MS = 50;
/** Worth another try: overload and restarts, as gateways in front of servers answer them. RFC 9110 section 15.6. */
const TRANSIENT_STATUSES: readonly number[] = [429, 502, 503, 504];

export function createSendOperation(
  { name, settings }: AdapterConfig,
  services: SendServices,
): SendOperation {
  const { post, breaker, nowMs, sleep, sharesEqual } = services;
  const url = new URL(settings.url);
  const place = `Subgraph "${name}" at ${settings.url}`;

  async function send(operation: Operation, headers: Readonly<Record<string, string>>): Promise<SendOutcome> {
    if (!breaker.allows()) {
      return fail('SubgraphUnavailable', `${place} failed again and again; it is asked again in a moment.`);
    }
    const deadlineMs = nowMs() + settings.timeoutMs;
    const tries = operation.kind === 'query' ? settings.retries + 1 : 1;
    for (let count = 1; ; count += 1) {
      const outcome = await post({
        url,
        headers: { ...forwarded(headers), ...settings.headers, ...CONTENT_HEADERS },
        body: operation.body,
        timeoutMs: Math.max(1, deadlineMs - nowMs()),
      });
      const pauseMs = FIRST_PAUSE_MS * 2 ** (count - 1);
      if (count < tries && isTransient(outcome) && nowMs() + pauseMs < deadlineMs) await sleep(pauseMs);
      else return conclude(outcome);
    }
  }

  function forwarded(headers: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(
      settings.forwardHeaders.flatMap((header) => {
        const value = headers[header.toLowerCase()];
        return value === undefined ? [] : [[header.toLowerCase(), value]];
      }),
    );
  }

  function conclude(outcome: PostOutcome): SendOutcome {
    const result = read(outcome);
    if (isTransient(outcome)) breaker.failed();
    else breaker.succeeded();
    return result;
  }

  function read(outcome: PostOutcome): SendOutcome {
    switch (outcome.kind) {
      case 'answered':
        return readBody(outcome.answer);
      case 'unreachable':
        return fail('SubgraphUnreachable', `${place} could not be reached: ${outcome.reason}.`);
      case 'timed-out':
        return fail('SubgraphTimeout', `${place} did not answer within ${String(settings.timeoutMs)} ms.`);
      case 'too-large':
        return fail('SubgraphBadAnswer', `${place} sent more than can be handed on.`);
    }
  }

  /** A GraphQL answer may come with any status: GraphQL over HTTP, section 6.4. */
  function readBody({ status, contentType, body }: HttpAnswer): SendOutcome {
    const json = parseJson(body);
    if (isGraphqlAnswer(json)) return { kind: 'answered', body: sharesEqual ? shareEqual(json) : json };
    if (status < 200 || status > 299)
      return fail('SubgraphHttpError', `${place} answered HTTP ${String(status)}.`);
    const got = contentType === '' ? 'a body without a content type' : contentType;
    return fail('SubgraphBadAnswer', `${place} answered no GraphQL result: ${got}.`);
  }

  return send;
}

const CONTENT_HEADERS = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json, application/json;q=0.9',
} as const;

function isTransient(outcome: PostOutcome): boolean {
  if (outcome.kind === 'answered') return TRANSIENT_STATUSES.includes(outcome.answer.status);
  return outcome.kind !== 'too-large';
}

function fail(type: SubgraphFault['type'], message: string): SendOutcome {
  return { kind: 'failed', fault: { type, message } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isGraphqlAnswer(json: unknown): boolean {
  return typeof json === 'object' && json !== null && ('data' in json || 'errors' in json);
}
