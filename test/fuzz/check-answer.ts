/** The shapes that an HTTP answer of AppSync can have. AppSync developer guide, "Troubleshooting". */
import { demand, demandNoInternals } from './finding.ts';

export interface ReceivedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

const ENTRY_KEYS = ['path', 'data', 'errorType', 'errorInfo', 'locations', 'message'];
const ENGINE_ENTRY_KEYS = ['path', 'locations', 'message'];

/** @throws Finding for anything that AppSync would not answer */
export function checkAnswer({ status, headers, text }: ReceivedAnswer): void {
  demandNoInternals(text);
  demand([200, 400, 401, 413].includes(status), `status ${status}`);
  demand(/^[\da-f-]{36}$/.test(headers.get('x-amzn-requestid') ?? ''), 'no x-amzn-RequestId');
  demand(headers.get('content-type') === 'application/json;charset=UTF-8', 'not the content type of JSON');
  const body = parse(text);
  demand(isObject(body), 'the body is not a JSON object');
  if (status === 200) checkGraphqlBody(body);
  else checkRefusal(body, headers);
}

function checkGraphqlBody(body: Readonly<Record<string, unknown>>): void {
  const others = Object.keys(body).filter((key) => !['data', 'errors', 'extensions'].includes(key));
  demand(others.length === 0, `unknown members ${others.join()}`);
  demand(body['data'] === null || isObject(body['data']), 'data is neither null nor an object');
  if (!('errors' in body)) return;
  const errors = body['errors'];
  demand(Array.isArray(errors) && errors.length > 0, 'errors is not a list with entries');
  for (const entry of errors as readonly unknown[]) checkEntry(entry);
}

function checkEntry(entry: unknown): void {
  demand(isObject(entry), 'an error is not an object');
  const keys = 'errorType' in entry ? ENTRY_KEYS : ENGINE_ENTRY_KEYS;
  demand(
    Object.keys(entry).sort().join() === [...keys].sort().join(),
    `an error has ${Object.keys(entry).join()}`,
  );
  demand(typeof entry['message'] === 'string' && entry['message'] !== '', 'an error without message');
  const { path, locations } = entry;
  const isPath = Array.isArray(path) && path.every((key) => typeof key === 'string' || Number.isInteger(key));
  demand(path === null || isPath, 'an error with an odd path');
  demand(locations === null || (Array.isArray(locations) && locations.every(isLocation)), 'odd locations');
}

function checkRefusal(body: Readonly<Record<string, unknown>>, headers: Headers): void {
  demand(Object.keys(body).join() === 'errors', `a refusal with ${Object.keys(body).join()}`);
  const [error, ...more] = Array.isArray(body['errors']) ? (body['errors'] as readonly unknown[]) : [];
  demand(isObject(error) && more.length === 0, 'a refusal without its one error');
  demand(Object.keys(error).sort().join() === 'errorType,message', 'a refusal with other keys');
  demand(headers.get('x-amzn-errortype') === error['errorType'], 'x-amzn-errortype says something else');
}

function isLocation(value: unknown): boolean {
  return (
    isObject(value) &&
    Number.isInteger(value['line']) &&
    Number.isInteger(value['column']) &&
    value['sourceName'] === null
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
