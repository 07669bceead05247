// One call of a handler: promise or callback style, and what Lambda answers when neither comes.

/**
 * @param {Function} handler
 * @param {{ event: unknown, requestId: string, deadlineEpochMs: number, clientContext?: unknown, function: Record<string, string> }} invocation
 * @param {{ onIdle(listener: (() => void) | undefined): void }} eventLoop tells when nothing is left to wait for
 * @returns {Promise<unknown>} the handler's result; rejects with what it threw
 */
export function runInvocation(handler, invocation, eventLoop) {
  return new Promise((resolve, reject) => {
    let isFinished = false;
    const finish = (settle) => {
      isFinished = true;
      eventLoop.onIdle(undefined);
      settle();
    };
    const done = (error, result) => {
      // Calling back twice, or after the promise, must not touch the next invocation.
      if (isFinished) return undefined;
      if (error !== undefined && error !== null) return finish(() => reject(error));
      // "By default, the function waits until the event loop is empty." AWS Lambda developer guide, "Callback-based handlers".
      if (context.callbackWaitsForEmptyEventLoop)
        return eventLoop.onIdle(() => finish(() => resolve(result)));
      return finish(() => resolve(result));
    };
    const context = createContext(invocation, done);
    // A handler that neither returns a promise nor calls back is over, with null, when its event loop is empty.
    eventLoop.onIdle(() => finish(() => resolve(null)));
    try {
      const returned = handler(invocation.event, context, done);
      if (typeof returned?.then === 'function') {
        returned.then(
          (result) => isFinished || finish(() => resolve(result)),
          (error) => isFinished || finish(() => reject(error)),
        );
      }
    } catch (error) {
      finish(() => reject(error));
    }
  });
}

/** @see AWS Lambda developer guide, "Using the Lambda context object to retrieve Node.js function information" */
function createContext({ requestId, deadlineEpochMs, clientContext, function: facts }, done) {
  return {
    callbackWaitsForEmptyEventLoop: true,
    clientContext,
    // Only Amazon Cognito fills it in, for mobile applications.
    identity: undefined,
    functionName: facts.name,
    functionVersion: '$LATEST',
    invokedFunctionArn: facts.arn,
    memoryLimitInMB: facts.memoryMb,
    awsRequestId: requestId,
    logGroupName: facts.logGroupName,
    logStreamName: facts.logStreamName,
    getRemainingTimeInMillis: () => Math.max(0, deadlineEpochMs - Date.now()),
    done,
    succeed: (result) => done(null, result),
    fail: (error) => done(error ?? new Error('handled')),
  };
}
