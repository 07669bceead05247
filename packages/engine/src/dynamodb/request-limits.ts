/** Limits of requests that dynalite's validations do not know. @see DynamoDB developer guide, "Quotas" */
import { isRecord } from '../model/is-record.ts';
import { validationException } from './service-error.ts';

/** Levels of lists and maps in an attribute. "Quotas", "Nested attribute depth" (checked 2026-11-21). */
const MAX_NESTING_LEVELS = 32;

/** Bytes of an expression. "Quotas", "Expression parameters": 4 KB (checked 2026-11-21). */
const MAX_EXPRESSION_BYTES = 4096;

/** DynamoDB API reference, "Scan", "TotalSegments" (checked 2026-11-21). */
const MAX_SEGMENTS = 1_000_000;

const EXPRESSIONS = [
  'UpdateExpression',
  'ConditionExpression',
  'KeyConditionExpression',
  'FilterExpression',
  'ProjectionExpression',
] as const;

/** A request wraps attributes in at most this many objects and lists before their first value. */
const MAX_REQUEST_LEVELS = 8;

/** @throws DynamoDbServiceError ValidationException */
export function checkRequestLimits(input: unknown): void {
  // Two levels of JSON for one of an attribute: the type tag and the content.
  if (isDeeperThan(input, MAX_REQUEST_LEVELS + 2 * MAX_NESTING_LEVELS)) throw nestingExceeded();
  if (!isRecord(input)) return;
  for (const name of ['Item', 'Key', 'ExpressionAttributeValues'] as const) checkNesting(input[name]);
  checkBatchNesting(input.RequestItems);
  for (const name of EXPRESSIONS) checkExpressionSize(name, input[name]);
  if (typeof input.TotalSegments === 'number' && input.TotalSegments > MAX_SEGMENTS) {
    throw validationException(
      `1 validation error detected: Value '${input.TotalSegments}' at 'totalSegments' failed to satisfy constraint: ` +
        `Member must have value less than or equal to ${MAX_SEGMENTS}`,
    );
  }
}

function checkBatchNesting(requestItems: unknown): void {
  if (!isRecord(requestItems)) return;
  for (const requests of Object.values(requestItems)) {
    for (const request of Array.isArray(requests) ? requests.filter(isRecord) : []) {
      if (isRecord(request.PutRequest)) checkNesting(request.PutRequest.Item);
    }
  }
}

function checkNesting(attributes: unknown): void {
  if (!isRecord(attributes)) return;
  for (const value of Object.values(attributes)) {
    if (isDeeperThan(value, 2 * MAX_NESTING_LEVELS + 1)) throw nestingExceeded();
  }
}

/** Without recursion: what is too deep must not overflow the stack. */
function isDeeperThan(value: unknown, levels: number): boolean {
  let members: readonly unknown[] = [value];
  for (let level = 0; level <= levels; level += 1) {
    members = members.flatMap((member) =>
      typeof member === 'object' && member !== null ? (Object.values(member) as unknown[]) : [],
    );
    if (members.length === 0) return false;
  }
  return true;
}

function nestingExceeded(): Error {
  return validationException('Nesting Levels have exceeded supported limits');
}

function checkExpressionSize(name: string, expression: unknown): void {
  if (typeof expression !== 'string') return;
  const sizeBytes = Buffer.byteLength(expression);
  if (sizeBytes <= MAX_EXPRESSION_BYTES) return;
  throw validationException(
    `Invalid ${name}: Expression size has exceeded the maximum allowed size; expression size: ${sizeBytes}`,
  );
}
