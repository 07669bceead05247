// The inside of one Lambda execution environment: loads the handler once, then answers one invocation at a time.
// Plain JavaScript, because it is started as a file, from the sources and from the build alike.
import { sendDynamoDbRequestsToHost } from './dynamodb-requests.mjs';
import { host, settings, startInspection } from './host-connection.mjs';
import { loadHandler } from './load-handler.mjs';
import { runInvocation } from './run-invocation.mjs';
import { providePackages } from './runtime-modules.mjs';
import { settleInFolder } from './task-root.mjs';
import { forwardConsole } from './worker-console.mjs';

/** Exit status of Lambda's Node.js runtime after an error that nothing caught. */
const UNCAUGHT_EXIT_STATUS = 129;
const UNHANDLED_REJECTION_EXIT_STATUS = 128;

let whenIdle;

process.setSourceMapsEnabled(true);
forwardConsole(host.post);
settleInFolder(settings);
providePackages(settings);

/** @returns {{ errorType: string, errorMessage: string, trace: string[] }} as in Lambda's error payload */
function describeError(error) {
  // A bundled library may bring errors of its own that are none of the language's.
  const isError = error instanceof Error || (error?.name && error.message && error.stack);
  if (!isError) return describeValue(error);
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}

/** Something else that was thrown. Null, undefined and objects without text get the words of Lambda's runtime. */
function describeValue(value) {
  try {
    return { errorType: typeof value, errorMessage: value.toString(), trace: [] };
  } catch {
    const errorMessage =
      'callback called with Error argument, but there was a problem while retrieving one or more of its message, name, and stack';
    return { errorType: 'handled', errorMessage, trace: [] };
  }
}

process.on('unhandledRejection', (reason) => {
  const errorMessage = reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
  const errorType = 'Runtime.UnhandledPromiseRejection';
  const trace = [
    `${errorType}: ${errorMessage}`,
    ...(reason instanceof Error ? describeError(reason).trace : []),
  ];
  host.post({ kind: 'crashed', error: { errorType, errorMessage, trace } });
  process.exit(UNHANDLED_REJECTION_EXIT_STATUS);
});
process.on('uncaughtException', (error) => {
  host.post({ kind: 'crashed', error: describeError(error) });
  process.exit(UNCAUGHT_EXIT_STATUS);
});
// While a call runs, the port does not keep the event loop alive, so that an empty loop can be noticed.
process.on('beforeExit', () => {
  const listener = whenIdle;
  whenIdle = undefined;
  // On the next turn, which keeps the loop alive until the host is waited for again.
  if (listener !== undefined) setImmediate(listener);
});

const eventLoop = {
  onIdle(listener) {
    whenIdle = listener;
  },
};

function serialize(result) {
  try {
    return JSON.stringify(result === undefined ? null : result) ?? 'null';
  } catch {
    throw new Error('Unable to stringify response body');
  }
}

async function answer(handler, { eventJson, ...invocation }) {
  host.release();
  try {
    const result = await runInvocation(handler, { ...invocation, event: JSON.parse(eventJson) }, eventLoop);
    host.post({ kind: 'succeeded', resultJson: serialize(result) });
  } catch (error) {
    host.post({ kind: 'failed', error: describeError(error) });
  } finally {
    host.hold();
  }
}

let handler;
const { dynamodbUrl } = settings;
const takeDynamoDbAnswer =
  dynamodbUrl === undefined ? undefined : sendDynamoDbRequestsToHost(dynamodbUrl, host);
// Code may already send requests while it is loaded; invocations come after it is ready.
host.onMessage((message) => {
  if (message.kind === 'dynamodb-answer') takeDynamoDbAnswer(message);
  else void answer(handler, message);
});

try {
  await startInspection();
  handler = await loadHandler(settings.codeDirectory, settings.handler);
  host.hold();
  host.post({ kind: 'ready' });
} catch (error) {
  host.post({ kind: 'load-failed', error: describeError(error) });
}
