import { assertNever } from '../model/assert-never.ts';
import { type InvokeResult, type LambdaHost, LambdaServiceError } from '../lambda-host/index.ts';
import { type LambdaAnswer, type LambdaDataSource, answered, failed, refused } from './data-source.ts';
import { parseLambdaRequest } from './lambda-request.ts';

/**
 * AppSync developer guide, "Resolver function reference for Lambda". Batches across fields are put together by the
 * executor, which calls `send`; a `BatchInvoke` that reaches `invoke` is a batch of one and still a list.
 */
export function createLambdaDataSource(options: {
  readonly name: string;
  readonly functionName: string;
  readonly lambda: Pick<LambdaHost, 'invoke' | 'invokeAsync'>;
}): LambdaDataSource {
  const { name, functionName, lambda } = options;
  const source: LambdaDataSource = {
    kind: 'lambda',
    name,
    async invoke(request) {
      const parsed = parseLambdaRequest(request);
      if (!parsed.ok) return refused(parsed.message);
      const isBatch = parsed.operation === 'BatchInvoke';
      const answer = await source.send(isBatch ? [parsed.payload] : parsed.payload, parsed.invocationType);
      if (answer.kind === 'failure') return failed(answer.error);
      if (!isBatch || parsed.invocationType === 'Event') return answered(answer.payload);
      return answered(Array.isArray(answer.payload) ? answer.payload[0] : null);
    },
    async send(payload, invocationType) {
      try {
        if (invocationType === 'RequestResponse') return toAnswer(await lambda.invoke(functionName, payload));
        lambda.invokeAsync(functionName, payload);
        return { kind: 'success', payload: null };
      } catch (fault) {
        return notInvokable(fault);
      }
    },
  };
  return source;
}

/** Name of the Lambda service for a function that ran into its own timeout (aws-appsync-community issue 386). */
const FUNCTION_TIMEOUT = 'Sandbox.Timedout';

function toAnswer(result: InvokeResult): LambdaAnswer {
  switch (result.kind) {
    case 'success':
      return { kind: 'success', payload: result.payload ?? null };
    case 'function-error':
      return {
        kind: 'failure',
        error: { message: result.errorMessage, type: 'Lambda:Unhandled' },
        errorName: result.errorType,
      };
    case 'timed-out':
      return {
        kind: 'failure',
        // Differs or unconfirmed: the type. `Lambda:ExecutionTimeoutException` is documented for AppSync's own deadline.
        error: {
          message: result.errorMessage,
          type: 'Lambda:Unhandled',
          unhandledErrorType: FUNCTION_TIMEOUT,
        },
        errorName: FUNCTION_TIMEOUT,
      };
    default:
      return assertNever(result);
  }
}

/** The host rejects what the service refuses to run; anything else is a bug that must not look like that. */
function notInvokable(fault: unknown): LambdaAnswer {
  if (!(fault instanceof LambdaServiceError)) throw fault;
  // Differs or unconfirmed: the type; `Lambda:` before the service's error name follows the form of the data source's other errors.
  const type = `Lambda:${fault.name}`;
  return { kind: 'failure', error: { message: fault.message, type }, errorName: type };
}
