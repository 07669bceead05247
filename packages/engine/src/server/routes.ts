/** Which part answers which path of the one port. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  answerApiCacheCall,
  answerEvaluateCode,
  EVALUATE_CODE_PATH,
  refuseControlPlaneCall,
} from '../control-plane/index.ts';
import type { AppModel } from '../model/app-model.ts';
import type { RealtimeEndpoint } from '../realtime/index.ts';
import { buildAmplifyOutputs } from './amplify-outputs.ts';
import type { ConsoleOptions } from './console/console-endpoint.ts';
import { actOnConsole, answerConsole, CONSOLE_PATH } from './console/console-endpoint.ts';
import type { UserPoolEndpoint } from '../user-pools/index.ts';
import type { GraphqlEndpoint } from './graphql-endpoint.ts';
import { buildHintPage } from './hint-page.ts';
import { MAX_REQUEST_BODY_BYTES } from './limits.ts';
import { readBody } from './read-body.ts';
import { isEncrypted, requestHost } from './request-host.ts';
import type { HttpAnswer } from './send-body.ts';
import { jsonAnswer, sendBody } from './send-body.ts';
import { sendStaticFile } from './static-files.ts';
import { transportErrorAnswer } from './transport-error.ts';

/** The DynamoDB HTTP API; the SDK keeps the path of an `endpoint` and adds a slash. */
export const DYNAMODB_PATH = '/_tributary/dynamodb';

export interface RouteOptions {
  readonly graphql: GraphqlEndpoint;
  readonly realtime: RealtimeEndpoint;
  readonly userPools: UserPoolEndpoint;
  readonly dynamodb: (request: IncomingMessage, response: ServerResponse) => void;
  readonly console: ConsoleOptions;
  readonly health: () => Readonly<Record<string, unknown>>;
  readonly apiKey: string;
  readonly application: () => Pick<AppModel, 'region' | 'userPools'>;
  readonly staticDirectory: string | undefined;
  readonly newRequestId: () => string;
  readonly warn: (text: string) => void;
}

export interface Routes {
  onRequest(request: IncomingMessage, response: ServerResponse): void;
  onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

export function createRoutes(options: RouteOptions): Routes {
  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
  ): Promise<void> {
    const pathname = pathnameOf(request);
    if (pathname === '/graphql') {
      const result = await options.graphql(request, requestId);
      return result === undefined ? void response.destroy() : sendBody(request, response, result);
    }
    if (pathname === EVALUATE_CODE_PATH) {
      const result = await answerEvaluateCode(request);
      return result === undefined ? void response.destroy() : sendBody(request, response, result);
    }
    if (pathname === DYNAMODB_PATH || pathname === `${DYNAMODB_PATH}/`) {
      return options.dynamodb(request, response);
    }
    const controlPlane =
      answerApiCacheCall(request, pathname, options.console.activeApi()) ??
      refuseControlPlaneCall(request.method ?? '', pathname);
    if (controlPlane !== undefined) return sendBody(request, response, controlPlane);
    const signIn = await options.userPools(request, pathname);
    if (signIn !== undefined) return sendBody(request, response, signIn);
    const known = await answerOther(pathname, request);
    if (known !== undefined) return sendBody(request, response, known);
    const { staticDirectory } = options;
    if (staticDirectory !== undefined) {
      if (await sendStaticFile(staticDirectory, pathname, { request, response })) return;
    } else if (pathname === '/') {
      return sendBody(request, response, hintPage());
    }
    return sendBody(request, response, jsonAnswer(404, { message: `There is nothing at ${pathname}.` }));
  }

  /** Everything that is neither GraphQL nor a file; undefined: not one of these. */
  async function answerOther(pathname: string, request: IncomingMessage): Promise<HttpAnswer | undefined> {
    if (pathname === '/event' || pathname === '/event/realtime') return notImplemented();
    if (pathname === '/graphql/realtime') return upgradeRequired();
    if (request.method === 'POST' && pathname.startsWith(CONSOLE_PATH))
      return consoleAction(pathname, request);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const refusal = jsonAnswer(405, { message: `Only GET is possible at ${pathname}.` });
      return { ...refusal, headers: { ...refusal.headers, allow: 'GET, HEAD' } };
    }
    if (pathname === '/health') return jsonAnswer(200, options.health());
    if (pathname === '/amplify_outputs.json') return jsonAnswer(200, amplifyOutputs(request));
    if (pathname === CONSOLE_PATH.slice(0, -1)) {
      return { status: 308, headers: { location: CONSOLE_PATH }, body: '' };
    }
    if (!pathname.startsWith(CONSOLE_PATH)) return undefined;
    const consoleAnswer = await answerConsole(pathname.slice(CONSOLE_PATH.length), options.console);
    return consoleAnswer ?? jsonAnswer(404, { message: `There is nothing at ${pathname}.` });
  }

  /** Actions are for this machine's own pages and scripts: another site's page must not trigger them. */
  async function consoleAction(pathname: string, request: IncomingMessage): Promise<HttpAnswer> {
    const { origin } = request.headers;
    if (origin !== undefined && !origin.endsWith(`//${requestHost(request)}`)) {
      return jsonAnswer(403, { message: 'Console actions are not open to pages of other origins.' });
    }
    const body = await readBody(request, MAX_REQUEST_BODY_BYTES);
    if (body.kind !== 'complete') return jsonAnswer(413, { message: 'The body of the action is too large.' });
    const baseUrl = `${isEncrypted(request) ? 'https' : 'http'}://${requestHost(request)}`;
    const path = pathname.slice(CONSOLE_PATH.length);
    const done = await actOnConsole({ path, body: body.text, baseUrl }, options.console);
    return done ?? jsonAnswer(404, { message: `There is nothing at ${pathname}.` });
  }

  function amplifyOutputs(request: IncomingMessage): unknown {
    const { region, userPools } = options.application();
    return buildAmplifyOutputs({
      host: requestHost(request),
      scheme: isEncrypted(request) ? 'https' : 'http',
      apiKey: options.apiKey,
      region,
      api: options.console.activeApi().model,
      userPools: userPools ?? [],
    });
  }

  function hintPage(): HttpAnswer {
    const body = buildHintPage(options.console.activeApi().model.name);
    return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
  }

  return {
    onRequest(request, response) {
      const requestId = options.newRequestId();
      response.setHeader('x-amzn-RequestId', requestId);
      answer(request, response, requestId).catch((error: unknown) => {
        options.warn(`Request ${requestId} failed inside the engine: ${String(error)}`);
        if (response.headersSent) return void response.destroy();
        return sendBody(request, response, jsonAnswer(500, { message: 'The request failed.' }));
      });
    },
    onUpgrade(request, socket, head) {
      const pathname = pathnameOf(request);
      if (pathname === '/graphql/realtime') return options.realtime.handleUpgrade(request, socket, head);
      const status = pathname === '/event/realtime' ? '501 Not Implemented' : '404 Not Found';
      socket.on('error', () => socket.destroy());
      socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
        socket.destroy(),
      );
    },
  };
}

function notImplemented(): HttpAnswer {
  const message = 'AppSync Events are not served here; this path is reserved for them.';
  return jsonAnswer(501, { errors: [{ errorType: 'NotImplemented', message }] });
}

function upgradeRequired(): HttpAnswer {
  const message = 'This path is a WebSocket endpoint with the sub-protocol graphql-ws.';
  const answer = transportErrorAnswer({ status: 426, errorType: 'BadRequestException', message });
  return { ...answer, headers: { ...answer.headers, upgrade: 'websocket' } };
}

function pathnameOf({ url }: IncomingMessage): string {
  // Not by the URL class: it would resolve `..` and fail for what browsers never send.
  return (url ?? '/').split(/[?#]/, 1)[0] ?? '/';
}
