/** Mode AWS_LAMBDA: a function of the application says who may call, what it may not see, and for how long. */
import type { LambdaHost } from '../../lambda-host/contract.ts';
import type { LambdaAuthorizerModel } from '../../model/app-model.ts';
import type { AuthorizationRequest } from '../authorization-request.ts';
import type { AuthorizationResult } from '../authorization-result.ts';
import { unauthorized } from '../authorization-result.ts';
import { matchesExpression } from '../matches-expression.ts';
import type { AnswerCache } from './answer-cache.ts';
import type { AuthorizerAnswer } from './authorizer-answer.ts';
import { parseAuthorizerAnswer } from './authorizer-answer.ts';
import { buildAuthorizerEvent } from './authorizer-event.ts';

/** AppSync developer guide, "AWS_LAMBDA authorization": 10 seconds (checked 2026-11-21). */
export const AUTHORIZER_TIMEOUT_MS = 10_000;

export interface LambdaModeServices {
  readonly lambda: Pick<LambdaHost, 'invoke'>;
  readonly cache: AnswerCache;
  readonly timeoutMs: number;
  /** Why a caller is refused is for the developer's terminal. */
  readonly warn: (text: string) => void;
}

export interface LambdaModeApi {
  readonly apiId: string;
  readonly accountId: string;
  readonly authorizer: LambdaAuthorizerModel;
}

export async function authorizeByLambda(
  token: string,
  request: AuthorizationRequest,
  { api, services }: { readonly api: LambdaModeApi; readonly services: LambdaModeServices },
): Promise<AuthorizationResult> {
  const { identityValidationExpression: expression, resultTtlSeconds } = api.authorizer;
  if (expression !== undefined && !matchesExpression(expression, token)) return unauthorized();
  const key = JSON.stringify([api.apiId, token]);
  const kept = services.cache.find(key);
  if (kept !== undefined) return toResult(kept);
  const answer = await ask(token, request, { api, services });
  if (answer === undefined) return unauthorized();
  services.cache.keep(key, answer, answer.ttlOverride ?? resultTtlSeconds);
  return toResult(answer);
}

/** @returns undefined when there is no usable answer, whatever the reason */
async function ask(
  token: string,
  request: AuthorizationRequest,
  { api, services }: { readonly api: LambdaModeApi; readonly services: LambdaModeServices },
): Promise<AuthorizerAnswer | undefined> {
  const { apiId, accountId, authorizer } = api;
  const { functionName } = authorizer;
  const event = buildAuthorizerEvent(token, request, { apiId, accountId });
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<undefined>(
    (resolve) => (timer = setTimeout(() => resolve(undefined), services.timeoutMs)),
  );
  try {
    const result = await Promise.race([services.lambda.invoke(functionName, event), deadline]);
    if (result === undefined) throw new Error(`it took longer than ${services.timeoutMs} ms`);
    if (result.kind !== 'success') throw new Error(result.errorMessage);
    const parsed = parseAuthorizerAnswer(result.payload, apiId);
    if (!parsed.ok) throw new Error(parsed.reason);
    return parsed.answer;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    services.warn(`The Lambda authorizer "${functionName}" refuses a call because it failed: ${reason}`);
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

function toResult({ isAuthorized, resolverContext, deniedFields }: AuthorizerAnswer): AuthorizationResult {
  if (!isAuthorized) return unauthorized();
  const caller = { authenticationType: 'AWS_LAMBDA', identity: { resolverContext } } as const;
  return { kind: 'authorized', caller: deniedFields.length > 0 ? { ...caller, deniedFields } : caller };
}
