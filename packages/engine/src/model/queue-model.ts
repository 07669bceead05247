/** AWS::SQS::Queue */
export interface QueueModel {
  readonly name: string;
  readonly arn: string;
  /** What `Ref` gives: the address on AWS. */
  readonly url: string;
  readonly isFifo: boolean;
  readonly hasContentBasedDeduplication: boolean;
  readonly visibilityTimeoutMs: number;
  readonly delayMs: number;
  readonly retentionMs: number;
  readonly deadLetter: { readonly queueArn: string; readonly maxReceiveCount: number } | undefined;
}
