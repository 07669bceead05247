/** FlushApiCache and GetApiCache, as the SDK sends them; their signatures are not verified. */
import type { IncomingMessage } from 'node:http';
import type { ActiveApi } from '../active-api.ts';
import type { HttpAnswer } from '../server/send-body.ts';
import { jsonAnswer } from '../server/send-body.ts';

/** AppSync API reference, "FlushApiCache" and "GetApiCache", "Request Syntax". */
const PATH = /^\/v1\/apis\/([^/]+)\/(FlushCache|ApiCaches)$/;

/** @returns undefined for every other call: creating, changing and deleting a cache is the CDK application's affair */
export function answerApiCacheCall(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  pathname: string,
  { model, executor }: ActiveApi,
): HttpAnswer | undefined {
  const [, apiId, call] = PATH.exec(pathname) ?? [];
  if (call === undefined || method !== (call === 'FlushCache' ? 'DELETE' : 'GET')) return undefined;
  if (headers.origin !== undefined) {
    return refusal(403, 'AccessDeniedException', 'The cache is not open to web pages.');
  }
  if (apiId !== model.id) {
    return refusal(404, 'NotFoundException', `GraphQL API ${apiId} not found. It is ${model.id} here.`);
  }
  const { cache } = model;
  if (cache === undefined) return refusal(404, 'NotFoundException', 'Unable to find cache for the API.');
  if (call === 'FlushCache') {
    executor.flushCache();
    return jsonAnswer(200, {});
  }
  const { behavior: apiCachingBehavior, ttlSeconds: ttl } = cache;
  return jsonAnswer(200, { apiCache: { apiCachingBehavior, ttl, status: 'AVAILABLE' } });
}

/** Smithy, "restJson1", "Operation error serialization": SDKs read the type from the header. */
function refusal(status: number, errorType: string, message: string): HttpAnswer {
  const answer = jsonAnswer(status, { message });
  return { ...answer, headers: { ...answer.headers, 'x-amzn-errortype': errorType } };
}
