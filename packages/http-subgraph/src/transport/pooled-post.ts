/**
 * HTTP requests by undici, which costs a gateway about half the time of `node:http`. An adapter function on AWS sends
 * few at a time and is bundled: it keeps to `createPostJson`, which needs no package.
 */
import { Pool } from 'undici';
import type { HttpAnswer, PostJson, PostOutcome, PostRequest } from './post-json.ts';
import { MAX_BODY_BYTES } from './post-json.ts';

/** Sends requests over connections that are kept open, one request at a time on each. */
export function createPooledPost(): PostJson {
  const pools = new Map<string, Pool>();
  const poolOf = (origin: string): Pool => {
    const known = pools.get(origin);
    if (known !== undefined) return known;
    // The deadline of each request is kept here, from before its connection is made.
    const pool = new Pool(origin, { connect: { timeout: 0 }, headersTimeout: 0, bodyTimeout: 0 });
    pools.set(origin, pool);
    return pool;
  };
  const addresses = new WeakMap<URL, Address>();
  const addressOf = (url: URL): Address => {
    const known = addresses.get(url) ?? readAddress(url, poolOf(url.origin));
    addresses.set(url, known);
    return known;
  };
  return (request) => new Promise((resolve) => send(addressOf(request.url), request, resolve));
}

/** Taken apart once: there are few addresses and many requests. */
interface Address {
  readonly pool: Pool;
  readonly path: string;
  /** Of the user and the password in the URL. */
  readonly authorization: string | undefined;
}

function readAddress(url: URL, pool: Pool): Address {
  const user = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  const authorization = user === ':' ? undefined : `Basic ${Buffer.from(user).toString('base64')}`;
  return { pool, path: `${url.pathname}${url.search}`, authorization };
}

function send(
  { pool, path, authorization }: Address,
  { headers, body, timeoutMs }: PostRequest,
  resolve: (outcome: PostOutcome) => void,
): void {
  let abort: (() => void) | undefined;
  let isOver = false;
  const end = (outcome: PostOutcome): void => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    resolve(outcome);
    if (outcome.kind !== 'answered') abort?.();
  };
  const timer = setTimeout(() => end({ kind: 'timed-out' }), timeoutMs);
  const isAuthorized = authorization === undefined || Object.hasOwn(headers, 'authorization');
  const chunks: Buffer[] = [];
  let bytes = 0;
  let status = 0;
  let rawHeaders: readonly Buffer[] = [];
  pool.dispatch(
    { method: 'POST', path, headers: isAuthorized ? headers : { ...headers, authorization }, body },
    {
      onConnect(abortRequest) {
        abort = abortRequest;
        // Its time was over while it waited for a connection.
        if (isOver) abortRequest();
      },
      onHeaders(statusCode, received) {
        status = statusCode;
        rawHeaders = received;
        return true;
      },
      onData(chunk) {
        bytes += chunk.length;
        chunks.push(chunk);
        if (bytes > MAX_BODY_BYTES) end({ kind: 'too-large' });
        return true;
      },
      onComplete: () => end({ kind: 'answered', answer: toAnswer(status, rawHeaders, chunks) }),
      onError: (error) => end({ kind: 'unreachable', reason: reasonOf(error) }),
    },
  );
}

function toAnswer(status: number, rawHeaders: readonly Buffer[], chunks: readonly Buffer[]): HttpAnswer {
  const [first] = chunks;
  const bytes = first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks);
  return { status, contentType: headerOf(rawHeaders, 'content-type'), body: bytes.toString('utf8') };
}

/** @param rawHeaders - names and values in turn */
function headerOf(rawHeaders: readonly Buffer[], name: string): string {
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const candidate = rawHeaders[at];
    if (candidate?.length === name.length && candidate.toString('latin1').toLowerCase() === name) {
      return rawHeaders[at + 1]?.toString('latin1') ?? '';
    }
  }
  return '';
}

/** undici has a code of its own for a connection that the other side closed; for Node.js that is a reset. */
function reasonOf(error: Error & { readonly code?: string }): string {
  return error.code === 'UND_ERR_SOCKET' ? 'ECONNRESET' : (error.code ?? error.message);
}
