/**
 * `conditionalCheckFailedHandler` with the strategy `Custom`: a Lambda function decides what a failed condition means.
 * AppSync developer guide, "Handling a condition check failure".
 */
import type { LambdaHost } from '../../lambda-host/contract.ts';
import { LambdaServiceError } from '../../lambda-host/index.ts';
import { isRecord } from '../../model/is-record.ts';
import type { CalledField } from '../data-source.ts';
import type { ServiceRole } from '../service-role/service-role.ts';

export interface ConditionalCheckHandlers {
  readonly lambda: Pick<LambdaHost, 'invoke'>;
  readonly awsRegion: string;
  /** Of the data source; undefined: it may call everything. */
  readonly role: ServiceRole | undefined;
}

export interface FailedCheck {
  readonly functionArn: string;
  readonly tableName: string;
  readonly field: CalledField | undefined;
  readonly requestMapping: unknown;
  /** The stored item as plain values; null: there is none. */
  readonly currentValue: unknown;
}

export type CheckDecision =
  | { readonly kind: 'reject' }
  | { readonly kind: 'discard' }
  | { readonly kind: 'retry'; readonly mapping: Readonly<Record<string, unknown>> }
  /** The function failed, or answered nothing that is known. */
  | { readonly kind: 'fault'; readonly message: string };

/** Differs or unconfirmed: `currentValue` has plain values; what becomes of a function that fails. */
export async function askConditionalCheckHandler(
  { functionArn, tableName, field, requestMapping, currentValue }: FailedCheck,
  { lambda, awsRegion, role }: ConditionalCheckHandlers,
): Promise<CheckDecision> {
  const { parentType, fieldName, outputType, identity } = field ?? {};
  const event = {
    arguments: field?.arguments ?? {},
    requestMapping,
    currentValue,
    resolver: { tableName, awsRegion, parentType, field: fieldName, outputType },
    identity: identity ?? null,
  };
  const fault = (reason: string): CheckDecision => {
    return {
      kind: 'fault',
      message: `The conditionalCheckFailedHandler ${functionArn} failed: ${reason}`,
    };
  };
  const refusal = role?.refusal('lambda:InvokeFunction', functionArn);
  if (refusal !== undefined) return fault(refusal);
  try {
    const result = await lambda.invoke(functionNameOf(functionArn), event);
    return result.kind === 'success'
      ? (readDecision(result.payload) ?? fault(`it answered ${JSON.stringify(result.payload)}`))
      : fault(result.errorMessage);
  } catch (error) {
    if (error instanceof LambdaServiceError) return fault(error.message);
    throw error;
  }
}

function readDecision(answer: unknown): CheckDecision | undefined {
  const { action, retryMapping } = isRecord(answer) ? answer : {};
  if (action === 'reject' || action === 'discard') return { kind: action };
  return action === 'retry' && isRecord(retryMapping) ? { kind: 'retry', mapping: retryMapping } : undefined;
}

/** `arn:aws:lambda:<region>:<account>:function:<name>[:<version or alias>]`; a plain name stays. */
function functionNameOf(arn: string): string {
  return /:function:([^:]+)/.exec(arn)?.[1] ?? arn;
}
