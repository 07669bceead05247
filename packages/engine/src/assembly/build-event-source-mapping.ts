import type { EventSourceMappingModel } from '../model/app-model.ts';
import { isRecord } from '../model/is-record.ts';
import { functionNameOf } from './build-data-source.ts';
import { AssemblyFault } from './load-assembly-options.ts';
import { readProperties } from './resource-properties.ts';
import type { StackScope } from './stack-scope.ts';
import type { TemplateResource } from './template.ts';

/** Records of a batch. Lambda API reference, "CreateEventSourceMapping" (checked 2026-11-21). */
const DEFAULT_STREAM_BATCH = 100;
const DEFAULT_QUEUE_BATCH = 10;

const STREAM_ARN = /^arn:aws:dynamodb:[^:]*:[^:]*:table\/([^/]+)\/stream\//;
const QUEUE_ARN = /^arn:aws:sqs:/;

/**
 * AWS::Lambda::EventSourceMapping
 * @returns undefined for sources that the engine does not run (Kinesis, Kafka, MQ, DocumentDB) and for disabled mappings
 */
export function buildEventSourceMapping(
  scope: StackScope,
  resource: TemplateResource,
): EventSourceMappingModel | undefined {
  const properties = readProperties(scope, resource);
  const source = sourceOf(properties.optionalText('EventSourceArn') ?? '');
  if (source === undefined || scope.evaluate(resource.properties['Enabled']) === false) return undefined;
  const onFailure = properties.record('DestinationConfig')['OnFailure'];
  const destination = isRecord(onFailure) ? onFailure['Destination'] : undefined;
  const maxAgeSeconds = limitOf(properties.optionalNumber('MaximumRecordAgeInSeconds'));
  const defaultBatch = source.kind === 'stream' ? DEFAULT_STREAM_BATCH : DEFAULT_QUEUE_BATCH;
  return {
    logicalId: resource.logicalId,
    functionName: functionNameOf(properties.text('FunctionName')),
    source,
    batchSize: properties.optionalNumber('BatchSize') ?? defaultBatch,
    batchingWindowMs: (properties.optionalNumber('MaximumBatchingWindowInSeconds') ?? 0) * 1000,
    filters: filtersOf(scope, resource, properties.record('FilterCriteria')['Filters']),
    reportsBatchItemFailures: properties.list('FunctionResponseTypes').includes('ReportBatchItemFailures'),
    bisectsBatchOnError: scope.evaluate(resource.properties['BisectBatchOnFunctionError']) === true,
    maxRetryAttempts: limitOf(properties.optionalNumber('MaximumRetryAttempts')),
    maxRecordAgeMs: maxAgeSeconds === undefined ? undefined : maxAgeSeconds * 1000,
    onFailureArn: typeof destination === 'string' ? destination : undefined,
  };
}

function sourceOf(arn: string): EventSourceMappingModel['source'] | undefined {
  const tableName = STREAM_ARN.exec(arn)?.[1];
  if (tableName !== undefined) return { kind: 'stream', tableName, streamArn: arn };
  return QUEUE_ARN.test(arn) ? { kind: 'queue', queueArn: arn } : undefined;
}

/** -1 stands for no limit. */
function limitOf(value: number | undefined): number | undefined {
  return value === undefined || value < 0 ? undefined : value;
}

function filtersOf(scope: StackScope, resource: TemplateResource, filters: unknown): readonly unknown[] {
  if (!Array.isArray(filters)) return [];
  return filters.map((filter: unknown) => {
    const text = isRecord(filter) ? filter['Pattern'] : undefined;
    try {
      return JSON.parse(String(text)) as unknown;
    } catch {
      throw new AssemblyFault(
        `Stack "${scope.stackName}": event source mapping "${resource.logicalId}" has a filter that is not JSON: ${String(text)}`,
      );
    }
  });
}
