/** A table's stream in its description, switched on and off. */
import type { StreamViewType } from '../../model/app-model.ts';
import type { DatabaseParts } from '../operation.ts';
import { validationException } from '../service-error.ts';
import type { TableDefinition } from '../table-definition.ts';
import type { WantedStream } from './stream-specification.ts';

/** Starts a stream. @returns the table that shows it */
export async function withStream(
  { streams }: Pick<DatabaseParts, 'streams'>,
  table: TableDefinition,
  viewType: StreamViewType,
): Promise<TableDefinition> {
  const { streamArn, label } = await streams.start(table, viewType);
  return {
    ...table,
    StreamSpecification: { StreamEnabled: true, StreamViewType: viewType },
    LatestStreamArn: streamArn,
    LatestStreamLabel: label,
  };
}

/**
 * @returns the table with or without a stream; the ARN of one that has ended stays, since it can be read for 24 hours
 * @throws DynamoDbServiceError ValidationException when the stream is on or off already
 */
export async function switchStream(
  { streams }: Pick<DatabaseParts, 'streams'>,
  table: TableDefinition,
  wanted: WantedStream,
): Promise<TableDefinition> {
  const { TableName } = table;
  const hasStream = streams.activeStream(TableName) !== undefined;
  if (wanted.kind === 'on') {
    if (hasStream) throw validationException(`Table already has an enabled stream: TableName: ${TableName}`);
    return withStream({ streams }, table, wanted.viewType);
  }
  // Differs or unconfirmed: the wording.
  if (!hasStream) throw validationException(`Table has no stream to disable: TableName: ${TableName}`);
  await streams.end(TableName);
  const { StreamSpecification: _off, ...rest } = table;
  return rest;
}
