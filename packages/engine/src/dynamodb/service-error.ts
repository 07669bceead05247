/** Errors as DynamoDB sends them: HTTP status, and a body with `__type` and `message`. */
import type { DynamoDbServiceError } from './contract.ts';
import { isRecord } from '../model/is-record.ts';

const SERVICE_NAMESPACE = 'com.amazonaws.dynamodb.v20120810#';
const VALIDATION_NAMESPACE = 'com.amazon.coral.validate#';
const CORAL_NAMESPACE = 'com.amazon.coral.service#';
const CORAL_EXCEPTIONS: ReadonlySet<string> = new Set([
  'SerializationException',
  'UnknownOperationException',
]);

function namespaceOf(name: string): string {
  if (name === 'ValidationException') return VALIDATION_NAMESPACE;
  return CORAL_EXCEPTIONS.has(name) ? CORAL_NAMESPACE : SERVICE_NAMESPACE;
}

interface ErrorParts {
  readonly name: string;
  readonly message: string;
  readonly statusCode: number;
  readonly body: Readonly<Record<string, unknown>>;
}

function errorOf({ name, message, statusCode, body }: ErrorParts): DynamoDbServiceError {
  return Object.assign(new Error(message), { name, statusCode, body });
}

/**
 * @param name - the exception's short name as in the API reference, e.g. `ResourceNotFoundException`
 * @param details - further members of the body, e.g. `CancellationReasons`
 */
export function serviceError(
  name: string,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): DynamoDbServiceError {
  const body = { __type: namespaceOf(name) + name, message, ...details };
  return errorOf({ name, message, statusCode: 400, body });
}

/** For calls that come after the end of the database. */
export function databaseStopped(): DynamoDbServiceError {
  return serviceError('InternalServerError', 'The database is stopped');
}

export function validationException(message: string): DynamoDbServiceError {
  return serviceError('ValidationException', message);
}

const PARTIQL_OPERATIONS: ReadonlySet<string> = new Set([
  'BatchExecuteStatement',
  'ExecuteStatement',
  'ExecuteTransaction',
]);

export function unsupportedOperation(operation: string): DynamoDbServiceError {
  const message = PARTIQL_OPERATIONS.has(operation)
    ? `PartiQL (${operation}) is not supported by this local DynamoDB. Use GetItem, PutItem, Query and the like.`
    : `${operation} is not supported by this local DynamoDB`;
  return serviceError('UnknownOperationException', message);
}

/** @param tableName - given where AWS names the table: operations on the table itself, not on its items */
export function tableNotFound(tableName?: string): DynamoDbServiceError {
  const suffix = tableName === undefined ? '' : `: Table: ${tableName} not found`;
  return serviceError('ResourceNotFoundException', `Requested resource not found${suffix}`);
}

/** @param item - the stored item, for `ReturnValuesOnConditionCheckFailure: ALL_OLD` */
export function conditionalCheckFailed(item?: unknown): DynamoDbServiceError {
  const details = item === undefined ? {} : { Item: item };
  return serviceError('ConditionalCheckFailedException', 'The conditional request failed', details);
}

/** The error that another DynamoDB answered with. */
export function serviceErrorOf(
  statusCode: number,
  body: Readonly<Record<string, unknown>>,
): DynamoDbServiceError {
  const name = String(body.__type).split('#').at(-1) ?? 'InternalServerError';
  const text = body.message ?? body.Message;
  return errorOf({ name, message: typeof text === 'string' ? text : '', statusCode, body });
}

/** True for an error of this service, ours or dynalite's. */
export function isServiceError(error: unknown): error is DynamoDbServiceError {
  return error instanceof Error && 'statusCode' in error && 'body' in error && isRecord(error.body);
}

/** Gives dynalite's errors a name; anything unexpected becomes a 500 `InternalServerError` that keeps its cause. */
export function toServiceError(error: unknown): DynamoDbServiceError {
  if (!isServiceError(error)) {
    const message = error instanceof Error ? error.message : String(error);
    const name = 'InternalServerError';
    const body = { __type: SERVICE_NAMESPACE + name, message };
    return Object.assign(errorOf({ name, message, statusCode: 500, body }), { cause: error });
  }
  const name = String(error.body.__type).split('#').at(-1) ?? error.name;
  if (error.name === name) return error;
  return serviceErrorOf(error.statusCode, error.body);
}
