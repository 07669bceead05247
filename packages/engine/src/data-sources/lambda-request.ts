import { isRecord } from '../model/is-record.ts';
import type { InvocationType } from './data-source.ts';

export type LambdaRequest =
  | {
      readonly ok: true;
      readonly operation: 'Invoke' | 'BatchInvoke';
      readonly payload: unknown;
      readonly invocationType: InvocationType;
    }
  | { readonly ok: false; readonly message: string };

/** AppSync developer guide, "Resolver function reference for Lambda": reads what a request handler returned. */
export function parseLambdaRequest(request: unknown): LambdaRequest {
  if (!isRecord(request) || request['operation'] === undefined || request['operation'] === null) {
    return { ok: false, message: "Value for field '$[operation]' not found." };
  }
  const { operation, payload = null, invocationType = 'RequestResponse' } = request;
  if (operation !== 'Invoke' && operation !== 'BatchInvoke') {
    return { ok: false, message: `Unsupported operation ${JSON.stringify(operation)}.` };
  }
  if (invocationType !== 'RequestResponse' && invocationType !== 'Event') {
    return { ok: false, message: "Unsupported element '$[invocationType]'." };
  }
  return { ok: true, operation, payload, invocationType };
}
