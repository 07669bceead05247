// Lets the AWS SDK of function code reach the engine's DynamoDB through the host. A request over the loopback takes
// longer than the database does, and each environment has to get fast at it by itself.
import Module from 'node:module';

/** The SDK's way to the network. Lambda's runtimes load it from files; a copy bundled into the code keeps to sockets. */
const HANDLER_PACKAGE = '@smithy/node-http-handler';
const SIGNATURE_PACKAGE = '@smithy/signature-v4';

/** `X-Amz-Target` of the database and its streams; other services are found at the same address. */
const TARGET = /^DynamoDB(Streams)?_/;

/**
 * Call before any code of the function is loaded.
 * @param {string} url where the code finds DynamoDB, as in its environment
 * @param {typeof import('./host-connection.mjs').host} host
 * @returns {(answer: { id: number, statusCode: number, headers: Record<string, string>, body: string }) => void} takes the host's answers
 */
export function sendDynamoDbRequestsToHost(url, host) {
  const { hostname, port } = new URL(url);
  const waiting = new Map();
  const seen = new WeakSet();
  let lastId = 0;

  function send({ headers, body }) {
    return new Promise((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      host.hold();
      const text = typeof body === 'string' ? body : Buffer.from(body).toString();
      host.post({ kind: 'dynamodb-request', id: lastId, target: headers['x-amz-target'], body: text });
    });
  }

  function isForHost(request) {
    const { protocol, method, headers, body } = request;
    return (
      request.hostname === hostname &&
      String(request.port) === port &&
      protocol === 'http:' &&
      method === 'POST' &&
      TARGET.test(headers['x-amz-target']) &&
      (typeof body === 'string' || body instanceof Uint8Array)
    );
  }

  /** @param {{ handle: Function, httpHandlerConfigs: Function } | undefined} prototype of the SDK's handler */
  function shorten(prototype) {
    if (prototype === undefined || seen.has(prototype)) return;
    seen.add(prototype);
    const { handle } = prototype;
    prototype.handle = function (request, options) {
      const needsSocket = !isKnownWithoutTimeouts(this) || options?.abortSignal || options?.requestTimeout;
      return needsSocket || !isForHost(request) ? handle.call(this, request, options) : send(request);
    };
  }

  /** Nobody checks the signature here, which takes a sixth of a small request's time. @param {{ signRequest: Function } | undefined} prototype of the SDK's signer */
  function leaveUnsigned(prototype) {
    if (prototype === undefined || seen.has(prototype)) return;
    seen.add(prototype);
    const { signRequest } = prototype;
    prototype.signRequest = async function (request, options) {
      return isForHost(request) ? request : signRequest.call(this, request, options);
    };
  }

  const load = Module._load;
  Module._load = function (request, ...rest) {
    const exported = load.call(this, request, ...rest);
    if (request === HANDLER_PACKAGE) shorten(exported.NodeHttpHandler?.prototype);
    else if (request === SIGNATURE_PACKAGE) leaveUnsigned(exported.SignatureV4?.prototype);
    return exported;
  };

  return ({ id, body, ...head }) => {
    const resolve = waiting.get(id);
    waiting.delete(id);
    host.release();
    resolve({ response: { ...head, body: Buffer.from(body) } });
  };
}

/** A handler tells its settings after its first request, which therefore takes a socket; timeouts are the socket's affair. */
function isKnownWithoutTimeouts(handler) {
  const settings = handler.httpHandlerConfigs();
  return Object.keys(settings).length > 0 && !settings.requestTimeout && !settings.socketTimeout;
}
