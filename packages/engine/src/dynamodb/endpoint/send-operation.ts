/** One call of the DynamoDB HTTP API at an address: signed, sent, answered or refused in the service's words. */
import type { SignRequest } from '../../data-sources/http/sign-request.ts';
import { isRecord } from '../../model/is-record.ts';
import { serviceErrorOf } from '../service-error.ts';

/** Milliseconds until a call is given up. AppSync's own limit for a request is 30 seconds. */
const CALL_TIMEOUT_MS = 30_000;

/** HTTP status of a service that can't answer. */
const UNAVAILABLE_STATUS = 503;

const STREAM_OPERATIONS: ReadonlySet<string> = new Set([
  'DescribeStream',
  'GetRecords',
  'GetShardIterator',
  'ListStreams',
]);

/** The address does not answer, or what answers is no DynamoDB: to callers, the service is not available. */
function unavailable(message: string, cause?: unknown): Error {
  const body = { __type: 'com.amazonaws.dynamodb.v20120810#ServiceUnavailable', message };
  return Object.assign(serviceErrorOf(UNAVAILABLE_STATUS, body), { cause });
}

export interface OperationSender {
  /** Where to send to; a path is kept. */
  readonly endpoint: URL;
  readonly sign: SignRequest;
  /** Ends calls that are under way. */
  readonly stopped: AbortSignal;
}

/** @throws DynamoDbServiceError for a refusal, and `ServiceUnavailable` when there is no answer of DynamoDB */
export async function sendOperation(
  { endpoint, sign, stopped }: OperationSender,
  operation: string,
  input: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const service = STREAM_OPERATIONS.has(operation) ? 'DynamoDBStreams_20120810' : 'DynamoDB_20120810';
  const body = JSON.stringify(input);
  const plain = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': `${service}.${operation}`,
  };
  const url = endpoint.href;
  const headers = await sign({ method: 'POST', url, headers: plain, body });
  const signal = AbortSignal.any([stopped, AbortSignal.timeout(CALL_TIMEOUT_MS)]);
  const { status, text } = await exchange(url, { method: 'POST', headers, body, signal });
  const answer = parseAnswer(text);
  if (answer === undefined) {
    throw unavailable(`it answers with status ${status} and something that is not DynamoDB's JSON`);
  }
  if (status === 200) return answer;
  throw serviceErrorOf(status, answer);
}

async function exchange(url: string, request: RequestInit): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(url, request);
    return { status: response.status, text: await response.text() };
  } catch (error) {
    throw unavailable(`it does not answer: ${reasonOf(error)}`, error);
  }
}

/** fetch hides why it failed in the cause of its error. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  if (cause.message !== '') return cause.message;
  return 'code' in cause ? String(cause.code) : cause.name;
}

function parseAnswer(text: string): Record<string, unknown> | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    return isRecord(answer) ? answer : undefined;
  } catch {
    return undefined;
  }
}
