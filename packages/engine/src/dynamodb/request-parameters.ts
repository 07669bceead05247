/** Parameters of operations that dynalite has no validations for, checked in DynamoDB's words. */
import type { OperationInput } from './operation.ts';
import { serviceError, validationException } from './service-error.ts';

const parameterPath = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

export function readText(input: OperationInput, name: string, presence: 'required'): string;
export function readText(input: OperationInput, name: string, presence: 'optional'): string | undefined;
/** @throws DynamoDbServiceError ValidationException, SerializationException */
export function readText(
  input: OperationInput,
  name: string,
  presence: 'required' | 'optional',
): string | undefined {
  const value = input[name];
  if (typeof value === 'string') return value;
  if (value !== undefined && value !== null) {
    throw serviceError(
      'SerializationException',
      `Unexpected value type in payload: ${name} must be a string`,
    );
  }
  if (presence === 'optional') return undefined;
  throw validationException(
    `1 validation error detected: Value null at '${parameterPath(name)}' failed to satisfy constraint: ` +
      'Member must not be null',
  );
}

/** `Limit`, 1 to `most`; `most` when absent. @throws DynamoDbServiceError ValidationException, SerializationException */
export function readLimit({ Limit: limit }: OperationInput, most: number): number {
  if (limit === undefined || limit === null) return most;
  if (typeof limit !== 'number') {
    throw serviceError('SerializationException', 'Unexpected value type in payload: Limit must be a number');
  }
  if (limit >= 1 && limit <= most) return Math.floor(limit);
  const rule = limit < 1 ? 'greater than or equal to 1' : `less than or equal to ${most}`;
  throw validationException(
    `1 validation error detected: Value '${limit}' at 'limit' failed to satisfy constraint: Member must have value ${rule}`,
  );
}
