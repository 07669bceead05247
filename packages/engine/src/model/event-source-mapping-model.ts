/** AWS::Lambda::EventSourceMapping */
export interface EventSourceMappingModel {
  readonly logicalId: string;
  readonly functionName: string;
  readonly source:
    | { readonly kind: 'stream'; readonly tableName: string; readonly streamArn: string }
    | { readonly kind: 'queue'; readonly queueArn: string };
  readonly batchSize: number;
  readonly batchingWindowMs: number;
  /** Event patterns of `FilterCriteria`, of which one has to match; none: all records are passed on. */
  readonly filters: readonly unknown[];
  readonly reportsBatchItemFailures: boolean;
  /** Streams only. */
  readonly bisectsBatchOnError: boolean;
  /** Streams only; undefined: until the record expires. */
  readonly maxRetryAttempts: number | undefined;
  /** Streams only; undefined: until the record expires. */
  readonly maxRecordAgeMs: number | undefined;
  /** Queue for what a stream gives up on. */
  readonly onFailureArn: string | undefined;
}
