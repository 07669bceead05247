import { isRecord } from '../model/is-record.ts';

/**
 * What a function with `ReportBatchItemFailures` answers: identifiers of the records that failed.
 * @returns undefined when the answer is not valid, which fails the batch as a whole
 * @see AWS Lambda developer guide, "Implementing partial batch responses"
 */
export function parseBatchItemFailures(answer: unknown): readonly string[] | undefined {
  if (answer === null || answer === undefined) return [];
  if (!isRecord(answer)) return undefined;
  const { batchItemFailures } = answer;
  if (batchItemFailures === null || batchItemFailures === undefined) return [];
  if (!Array.isArray(batchItemFailures)) return undefined;
  const identifiers = batchItemFailures.map((failure: unknown) =>
    isRecord(failure) ? failure['itemIdentifier'] : undefined,
  );
  return identifiers.every((identifier) => typeof identifier === 'string' && identifier !== '')
    ? (identifiers as string[])
    : undefined;
}
