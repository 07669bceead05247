import type { Handler } from './compile/compile-module.ts';
import type { Evaluation } from './contract.ts';
import { assertNever } from '../model/assert-never.ts';
import { isRecord } from '../model/is-record.ts';
import type { CallRecord } from './library/call-record.ts';
import { HandlerStop } from './library/handler-stop.ts';
import { LibraryFault } from './library/library-fault.ts';
import { MAX_RESULT_BYTES } from './limits.ts';
import { isResultTooLarge } from './result-size.ts';
import type { CodePlaces } from './sandbox/code-position.ts';
import { LoopLimitReached } from './sandbox/support.ts';

export interface HandlerCall {
  readonly handler: 'request' | 'response';
  readonly call: CallRecord;
  /** Evaluates the module and returns its exports. */
  readonly instantiate: () => Readonly<Record<string, Handler>>;
  readonly places: CodePlaces;
}

/** Type of the error for faults of the code itself. AppSync developer guide, "Troubleshooting". */
const CODE_FAULT = 'Code';

/** Differs or unconfirmed: the service's text is not published. */
const TOO_LARGE = `The evaluated result is larger than the ${MAX_RESULT_BYTES} bytes that are allowed.`;

/** Runs one handler to its end, whichever way that comes. Never throws for what the code does. */
export function evaluateHandler(handlerCall: HandlerCall): Evaluation {
  const { appendedErrors, logs, responseHeaders, extensions } = handlerCall.call;
  const outcome = runHandler(handlerCall);
  // Written out for each kind: a spread of differently shaped outcomes took longer than the usual handler.
  switch (outcome.kind) {
    case 'value':
      return { kind: 'value', value: outcome.value, appendedErrors, logs, responseHeaders, extensions };
    case 'early-return': {
      const { value, skipTo } = outcome;
      return { kind: 'early-return', value, skipTo, appendedErrors, logs, responseHeaders, extensions };
    }
    case 'error':
      return { kind: 'error', error: outcome.error, appendedErrors, logs, responseHeaders, extensions };
    case 'unauthorized':
      return { kind: 'unauthorized', appendedErrors, logs, responseHeaders, extensions };
    default:
      return assertNever(outcome);
  }
}

type Outcome = { readonly kind: 'value'; readonly value: unknown } | HandlerStop['reason'];

function runHandler({ handler, call, instantiate, places }: HandlerCall): Outcome {
  try {
    const run = instantiate()[handler];
    if (run === undefined) return codeFault(`The code exports no ${handler} handler.`);
    const value = run(call.context);
    return isResultTooLarge(value) ? codeFault(TOO_LARGE) : { kind: 'value', value };
  } catch (thrown) {
    return thrown instanceof HandlerStop ? thrown.reason : codeFault(faultMessage(thrown, places));
  }
}

function codeFault(message: string): Outcome {
  return { kind: 'error', error: { message, errorType: CODE_FAULT, data: null, errorInfo: null } };
}

/** `code.js:LINE:COLUMN: ...` where the place is known, else AppSync's general text. */
function faultMessage(thrown: unknown, places: CodePlaces): string {
  if (thrown instanceof LoopLimitReached) return `${places.ofOffset(thrown.offset)}: ${thrown.message}`;
  // Errors of the handler's realm are no instances of this realm's Error.
  if (!isRecord(thrown)) return 'Runtime Error';
  const { name, message, stack } = thrown;
  const place = places.ofStack(typeof stack === 'string' ? stack : undefined);
  if (place === undefined) return 'Runtime Error';
  if (thrown instanceof LibraryFault) return `${place}: ${thrown.message}`;
  return `${place}: ${String(name)}: ${String(message)}`;
}
