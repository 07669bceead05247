import { isRecord } from '../model/is-record.ts';
import { MAX_CONTEXT_CHARS, MAX_EVALUATED_CODE_CHARS, MIN_CONTEXT_CHARS } from './limits.ts';

export interface EvaluateCodeInput {
  readonly code: string;
  /** Parts of the context object. */
  readonly context: Readonly<Record<string, unknown>>;
  readonly handler: 'request' | 'response';
}

export type ParsedInput =
  | { readonly ok: true; readonly value: EvaluateCodeInput }
  /** The message of a BadRequestException. */
  | { readonly ok: false; readonly message: string };

/**
 * Reads the body of an EvaluateCode call. `function` may be left out and is then `request`.
 * Differs or unconfirmed: the messages are worded like those of AWS's request validation in general, and the
 * default of `function` is not published.
 * @see AppSync API reference, "EvaluateCode", "Request Body"
 */
export function parseEvaluateCodeInput(body: unknown): ParsedInput {
  if (!isRecord(body)) return refusal('The request body must be a JSON object.');
  const { code, context, function: handler = 'request', runtime } = body;
  const faults = [
    ...textFaults('code', code, { min: 1, max: MAX_EVALUATED_CODE_CHARS }),
    ...textFaults('context', context, { min: MIN_CONTEXT_CHARS, max: MAX_CONTEXT_CHARS }),
    ...runtimeFaults(runtime),
  ];
  if (faults.length > 0) {
    const count = `${faults.length} validation error${faults.length === 1 ? '' : 's'} detected: `;
    return refusal(count + faults.join('; '));
  }
  if (handler !== 'request' && handler !== 'response') {
    return refusal('The function must be one of: request, response.');
  }
  const parts = parseJson(String(context));
  if (!isRecord(parts)) return refusal('The context must be the JSON text of an object.');
  return { ok: true, value: { code: String(code), context: parts, handler } };
}

interface Length {
  readonly min: number;
  readonly max: number;
}

function textFaults(name: string, value: unknown, { min, max }: Length): string[] {
  if (typeof value !== 'string') return [notNull(name)];
  if (value.length < min) return [tooFew(name, min)];
  return value.length > max
    ? [constraint(`Value at '${name}'`, `have length less than or equal to ${max}`)]
    : [];
}

function runtimeFaults(runtime: unknown): string[] {
  if (!isRecord(runtime)) return [notNull('runtime')];
  return [
    ...enumFaults('runtime.name', runtime['name'], 'APPSYNC_JS'),
    ...enumFaults('runtime.runtimeVersion', runtime['runtimeVersion'], '1.0.0'),
  ];
}

function enumFaults(name: string, value: unknown, only: string): string[] {
  if (typeof value !== 'string') return [notNull(name)];
  return value === only
    ? []
    : [constraint(`Value '${value}' at '${name}'`, `satisfy enum value set: [${only}]`)];
}

function notNull(name: string): string {
  return constraint(`Value null at '${name}'`, 'not be null');
}

function tooFew(name: string, min: number): string {
  return constraint(`Value at '${name}'`, `have length greater than or equal to ${min}`);
}

function constraint(subject: string, rule: string): string {
  return `${subject} failed to satisfy constraint: Member must ${rule}`;
}

function refusal(message: string): ParsedInput {
  return { ok: false, message };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
