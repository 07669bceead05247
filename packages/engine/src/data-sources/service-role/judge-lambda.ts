/** The calls of a Lambda data source under its service role. */
import { type LambdaHost, LambdaServiceError } from '../../lambda-host/index.ts';
import type { ServiceRole } from './service-role.ts';

type Invoker = Pick<LambdaHost, 'invoke' | 'invokeAsync'>;

export interface JudgedFunction {
  /** undefined: everything is allowed. */
  readonly role: ServiceRole | undefined;
  readonly functionArn: string | undefined;
}

/** Differs or unconfirmed: the type of the error, which is made like those of DynamoDB. */
export function judgeLambda(lambda: Invoker, { role, functionArn }: JudgedFunction): Invoker {
  const refusal = functionArn === undefined ? undefined : role?.refusal('lambda:InvokeFunction', functionArn);
  if (refusal === undefined) return lambda;
  const refuse = (): LambdaServiceError => new LambdaServiceError('AccessDeniedException', refusal);
  return {
    invoke: () => Promise.reject(refuse()),
    invokeAsync() {
      throw refuse();
    },
  };
}
