/** One HTTP request: the edge, by `node:http`. */
import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import type { RequestOptions } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { urlToHttpOptions } from 'node:url';

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

export type PostOutcome =
  | { readonly kind: 'answered'; readonly answer: HttpAnswer }
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'too-large' };

export interface PostRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
}

export type PostJson = (request: PostRequest) => Promise<PostOutcome>;

/** In bytes. Lambda's own limit is 6 MB for an answer; one of this size could not be handed on. Own choice, 2026-11-21. */
export const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** Sends requests over connections that are kept open. */
export function createPostJson(): PostJson {
  const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
  return ({ url, headers, body, timeoutMs }) =>
    new Promise((resolve) => {
      const options = {
        ...addressOf(url),
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      };
      const request =
        url.protocol === 'https:'
          ? httpsRequest({ ...options, agent: agents.https })
          : httpRequest({ ...options, agent: agents.http });
      const timer = setTimeout(() => end({ kind: 'timed-out' }), timeoutMs);
      const end = (outcome: PostOutcome): void => {
        clearTimeout(timer);
        resolve(outcome);
        if (outcome.kind !== 'answered') request.destroy();
      };
      request.on('error', (error) => end({ kind: 'unreachable', reason: reasonOf(error) }));
      request.on('response', (response) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          chunks.push(chunk);
          if (bytes > MAX_BODY_BYTES) end({ kind: 'too-large' });
        });
        response.on('error', (error) => end({ kind: 'unreachable', reason: reasonOf(error) }));
        response.on('end', () => {
          const { statusCode = 0 } = response;
          const contentType = response.headers['content-type'] ?? '';
          end({
            kind: 'answered',
            answer: { status: statusCode, contentType, body: Buffer.concat(chunks).toString('utf8') },
          });
        });
      });
      request.end(body);
    });
}

const addresses = new WeakMap<URL, RequestOptions>();

/** Taken apart once: there are few addresses and many requests. */
function addressOf(url: URL): RequestOptions {
  const known = addresses.get(url) ?? urlToHttpOptions(url);
  addresses.set(url, known);
  return known;
}

/** A refused connection to a name with several addresses has its reasons inside. */
function reasonOf(error: Error & { readonly code?: string }): string {
  return error.code ?? error.message;
}
