/** The environment variables that a function sees. @see AWS Lambda developer guide, "Defined runtime environment variables" */
import { delimiter, join } from 'node:path';
import type { LambdaFunctionModel } from '../model/app-model.ts';

export interface FunctionFacts {
  readonly name: string;
  readonly arn: string;
  readonly memoryMb: string;
  readonly logGroupName: string;
  readonly logStreamName: string;
}

/** What the context object and the environment both tell of a function. */
export function factsOf(model: LambdaFunctionModel, workerId: string): FunctionFacts {
  return {
    name: model.functionName,
    arn: model.arn,
    memoryMb: String(model.memoryMb),
    logGroupName: `/aws/lambda/${model.functionName}`,
    logStreamName: `local/[$LATEST]${workerId}`,
  };
}

/** Lambda unpacks layers into /opt one after the other: a later one's files replace those of an earlier one. */
export function layersByRank({ layerDirectories = [] }: LambdaFunctionModel): readonly string[] {
  return layerDirectories.toReversed();
}

/**
 * @param added - over the template's variables: where the local services are
 * @param hostPath - `PATH` of the engine, the only variable that a function inherits
 */
export function runtimeEnvironment(
  model: LambdaFunctionModel,
  facts: FunctionFacts,
  { added, hostPath }: { added: Readonly<Record<string, string>>; hostPath: string | undefined },
): Record<string, string> {
  // Source maps are always on; other flags of Node a worker thread would refuse to start with.
  const { NODE_OPTIONS: _flags, ...templateEnvironment } = model.environment;
  const region = model.arn.split(':')[3] ?? 'us-east-1';
  return {
    PATH: hostPath ?? '',
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'local',
    AWS_EXECUTION_ENV: `AWS_Lambda_${model.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: facts.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: facts.memoryMb,
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: facts.logGroupName,
    AWS_LAMBDA_LOG_STREAM_NAME: facts.logStreamName,
    _HANDLER: model.handler,
    LAMBDA_TASK_ROOT: model.codeDirectory,
    LAMBDA_RUNTIME_DIR: '/var/runtime',
    // On Lambda /opt/nodejs/node_modules.
    NODE_PATH: layersByRank(model)
      .map((directory) => join(directory, 'nodejs', 'node_modules'))
      .join(delimiter),
    AWS_XRAY_CONTEXT_MISSING: 'LOG_ERROR',
    AWS_XRAY_DAEMON_ADDRESS: '169.254.79.129:2000',
    // The engine runs on the Node of this machine, the deployed function on its own: the SDK's advice is not for it.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    ...templateEnvironment,
    ...added,
  };
}
