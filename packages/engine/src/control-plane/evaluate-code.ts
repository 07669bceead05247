import type { CodeError, Evaluation, LogLine } from '../runtime/index.ts';
import { contextFromParts, loadCode } from '../runtime/index.ts';
import { MAX_EVALUATION_RESULT_CHARS } from './limits.ts';
import type { EvaluateCodeInput } from './parse-evaluate-code-input.ts';

/** The body of an EvaluateCode answer. AppSync API reference, "EvaluateCode", "Response Syntax". */
export interface EvaluateCodeOutput {
  /** JSON text of what the handler returned. */
  readonly evaluationResult?: string;
  readonly error?: { readonly message: string; readonly codeErrors?: readonly CodeError[] };
  readonly logs: readonly string[];
  /** JSON text of the stash after the run. */
  readonly stash?: string;
  /** JSON text of the errors that `util.appendError` added. */
  readonly outErrors?: string;
}

/** Differs or unconfirmed: recorded for saving a resolver; the text in an evaluation is not published. */
const CODE_FAULTY = 'The code contains one or more errors.';

/**
 * Checks the code and runs one of its handlers on the given context.
 * Differs or unconfirmed: what the service answers for an early return is not published; here its value is the
 * result. The same is true of a result that is too long for the answer, which is an error here.
 */
export function evaluateCode({ code, context, handler }: EvaluateCodeInput): EvaluateCodeOutput {
  const loaded = loadCode(code, { name: 'EvaluateCode' });
  if (!loaded.ok) return { error: { message: CODE_FAULTY, codeErrors: loaded.errors }, logs: [] };
  const evaluated = contextFromParts(context);
  const evaluation = loaded.code.evaluate(handler, evaluated);
  return {
    ...outcomeOf(evaluation),
    logs: evaluation.logs.map(logText),
    ...namedText('stash', evaluated.stash),
    ...namedText('outErrors', evaluation.appendedErrors),
  };
}

function outcomeOf(evaluation: Evaluation): Pick<EvaluateCodeOutput, 'evaluationResult' | 'error'> {
  switch (evaluation.kind) {
    case 'value':
    case 'early-return': {
      const evaluationResult = jsonText(evaluation.value ?? null);
      if (evaluationResult === undefined) return { error: { message: 'The result has no JSON text.' } };
      if (evaluationResult.length <= MAX_EVALUATION_RESULT_CHARS) return { evaluationResult };
      const message = `The evaluation result is longer than ${MAX_EVALUATION_RESULT_CHARS} characters.`;
      return { error: { message } };
    }
    case 'error':
      return { error: { message: evaluation.error.message } };
    case 'unauthorized':
      return { error: { message: 'Unauthorized' } };
  }
}

/** `INFO - code.js:5:3: "text"`. */
function logText({ level, text }: LogLine): string {
  return `${level.toUpperCase()} - ${text}`;
}

function namedText(name: 'stash' | 'outErrors', value: unknown): Partial<EvaluateCodeOutput> {
  const text = jsonText(value);
  return text === undefined ? {} : { [name]: text };
}

/** @returns undefined for what has no JSON text, e.g. an object that contains itself */
function jsonText(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
