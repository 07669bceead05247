/** `StreamSpecification` of CreateTable and UpdateTable. */
import { isRecord } from '../../model/is-record.ts';
import type { StreamViewType } from '../../model/app-model.ts';
import { serviceError, validationException } from '../service-error.ts';

/** What a request wants of a table's stream; undefined: it does not say. */
export type WantedStream =
  { readonly kind: 'on'; readonly viewType: StreamViewType } | { readonly kind: 'off' };

const VIEW_TYPES = ['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES'] as const;

/**
 * @see DynamoDB API reference, "StreamSpecification"
 * @throws DynamoDbServiceError ValidationException, SerializationException
 */
export function parseStreamSpecification(value: unknown): WantedStream | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isRecord(value)) throw serviceError('SerializationException', 'Unexpected field type');
  const { StreamEnabled, StreamViewType: viewName } = value;
  if (typeof StreamEnabled !== 'boolean') {
    throw validationException(
      "1 validation error detected: Value null at 'streamSpecification.streamEnabled' failed to satisfy constraint: " +
        'Member must not be null',
    );
  }
  const viewType = VIEW_TYPES.find((each) => each === viewName);
  if (viewName !== undefined && viewName !== null && viewType === undefined) {
    throw validationException(
      `1 validation error detected: Value '${typeof viewName === 'string' ? viewName : JSON.stringify(viewName)}' at ` +
        "'streamSpecification.streamViewType' failed to satisfy constraint: " +
        `Member must satisfy enum value set: [${VIEW_TYPES.join(', ')}]`,
    );
  }
  if (!StreamEnabled) return { kind: 'off' };
  // Differs or unconfirmed: the wording.
  if (viewType === undefined) {
    throw validationException(
      'One or more parameter values were invalid: StreamViewType is required when StreamEnabled is true',
    );
  }
  return { kind: 'on', viewType };
}
