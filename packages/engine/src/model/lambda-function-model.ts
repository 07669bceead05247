/** AWS::Lambda::Function */
export interface LambdaFunctionModel {
  readonly functionName: string;
  readonly logicalId: string;
  readonly arn: string;
  /** Absolute folder of the unpacked code asset. */
  readonly codeDirectory: string;
  /** CloudFormation `Handler`, for example `index.handler`. */
  readonly handler: string;
  readonly runtime: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Of the execution role. */
  readonly roleArn?: string;
  /** The template's `Metadata` of the resource, e.g. `tributary:subgraph`. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Absolute folders of the unpacked layers, in the template's order; none when absent. */
  readonly layerDirectories?: readonly string[];
  /** `ReservedConcurrentExecutions`; absent: no limit but the account's. */
  readonly reservedConcurrency?: number;
  /** Why calls answer with an error, as the end of a sentence: "its runtime is python3.13". Absent: it runs. */
  readonly notRunnable?: string;
  /** Absent: Lambda's defaults, and nobody is told. */
  readonly asyncInvocation?: AsyncInvocationModel;
}

/** AWS::Lambda::EventInvokeConfig, and the function's `DeadLetterConfig`. */
export interface AsyncInvocationModel {
  /** 0..2 */
  readonly maxRetryAttempts: number;
  readonly maxEventAgeMs: number;
  /** Of a queue, a function or an event bus; others are not run. */
  readonly onFailureArn: string | undefined;
  readonly onSuccessArn: string | undefined;
  /** Of a queue, for the events themselves. */
  readonly deadLetterArn: string | undefined;
}
