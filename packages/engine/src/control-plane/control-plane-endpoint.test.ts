import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TodoEngine } from '../../test/start-todo-engine.ts';
import { startTodoEngine } from '../../test/start-todo-engine.ts';

const RUNTIME = { name: 'APPSYNC_JS', runtimeVersion: '1.0.0' };

let todo: TodoEngine;
beforeAll(async () => {
  todo = await startTodoEngine();
});
afterAll(() => todo.engine.stop());

/** The request that EvaluateCodeCommand of @aws-sdk/client-appsync makes (restJson1). */
function send(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${todo.engine.url}/v1/dataplane-evaluatecode`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      'amz-sdk-invocation-id': '6d1c0c3a-3a3a-4b9e-9f0c-0c4d4f1f9a11',
      'amz-sdk-request': 'attempt=1; max=3',
      'x-amz-date': '20261121T060000Z',
      'x-amz-user-agent': 'aws-sdk-js/3.0.0',
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIA/20261121/us-east-1/appsync/aws4_request, SignedHeaders=host;x-amz-date, Signature=00',
      ...headers,
    },
  });
}

async function evaluate(code: string, context: unknown = {}, handler?: string): Promise<unknown> {
  const response = await send({
    code,
    context: JSON.stringify(context),
    function: handler,
    runtime: RUNTIME,
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('x-amzn-requestid')).toMatch(/^[\da-f-]{36}$/);
  return response.json();
}

describe('EvaluateCode', () => {
  it('answers the result, the logs, the stash and the errors that were added', async () => {
    const code = `import { util } from '@aws-appsync/utils';
export function request(ctx) {
  console.log('text', ctx.args.id);
  console.error({ a: 1 });
  ctx.stash.seen = true;
  util.appendError('careful', 'Warning', { id: 1 });
  return { payload: ctx.arguments, env: ctx.env.TABLE };
}`;
    const context = { arguments: { id: '7' }, stash: { a: 1 }, env: { TABLE: 't' } };
    expect(await evaluate(code, context, 'request')).toEqual({
      evaluationResult: '{"payload":{"id":"7"},"env":"t"}',
      logs: ['INFO - code.js:3:3: "text" "7"', 'ERROR - code.js:4:3: {"a":1}'],
      stash: '{"a":1,"seen":true}',
      outErrors: '[{"message":"careful","errorType":"Warning","data":{"id":1},"errorInfo":null}]',
    });
  });

  it('gives the response handler what the data source answered', async () => {
    const code =
      'export function response(ctx) { return [ctx.result, ctx.prev.result, ctx.error.type, ctx.args]; }';
    const context = { result: { id: 1 }, prev: { result: 2 }, error: { message: 'm', type: 'T' } };
    expect(await evaluate(code, context, 'response')).toMatchObject({
      evaluationResult: '[{"id":1},2,"T",{}]',
      stash: '{}',
      outErrors: '[]',
    });
  });

  it('D44 answers code faults with rule, line and column', async () => {
    expect(await evaluate('export function request(ctx) {\n  return ~1;\n}')).toEqual({
      error: {
        message: 'The code contains one or more errors.',
        codeErrors: [
          {
            errorType: 'LINT_ERROR',
            value: 'The operator ~ is not supported',
            location: { line: 2, column: 10, span: 2 },
          },
        ],
      },
      logs: [],
    });
    expect(await evaluate('export function (')).toMatchObject({
      error: { codeErrors: [{ errorType: 'PARSER_ERROR', location: { line: 1 } }] },
    });
  });

  it.each([
    ["util.error('No', 'Denied')", 'No'],
    ['util.unauthorized()', 'Unauthorized'],
    ['ctx.a.b', "code.js:1:39: TypeError: Cannot read properties of undefined (reading 'b')"],
    ["[1, 2, 3].map(() => ctx.args.text).join('')", 'The evaluation result is longer than 65536 characters.'],
  ])('answers %s as an error', async (expression, message) => {
    const context = { arguments: { text: 'x'.repeat(25_000) } };
    const answer = await evaluate(`export const request = (ctx) => ${expression};`, context);
    expect(answer).toMatchObject({ error: { message } });
    expect(answer).not.toHaveProperty('evaluationResult');
  });

  it('answers nothing as null, an early return with its value, and survives what has no JSON', async () => {
    expect(await evaluate('export function request() {}')).toMatchObject({ evaluationResult: 'null' });
    expect(await evaluate('export const request = () => runtime.earlyReturn({ a: 1 });')).toMatchObject({
      evaluationResult: '{"a":1}',
    });
    const answer = await evaluate(
      'export const request = (ctx) => { ctx.stash.self = ctx.stash; return 1; };',
    );
    expect(answer).toEqual({ evaluationResult: '1', logs: [], outErrors: '[]' });
  });
});

describe('refusals', () => {
  const code = 'export const request = () => 1;';
  const failed = 'failed to satisfy constraint: Member must';

  it.each([
    ['not json', 'The request body must be a JSON object.'],
    [
      {},
      `3 validation errors detected: Value null at 'code' ${failed} not be null; Value null at 'context' ${failed} not be null; Value null at 'runtime' ${failed} not be null`,
    ],
    [
      { code: '', context: '{}', runtime: RUNTIME },
      `1 validation error detected: Value at 'code' ${failed} have length greater than or equal to 1`,
    ],
    [
      { code: code.padEnd(32_769), context: '{}', runtime: RUNTIME },
      `1 validation error detected: Value at 'code' ${failed} have length less than or equal to 32768`,
    ],
    [
      { code, context: `"${'x'.repeat(28_000)}"`, runtime: RUNTIME },
      `1 validation error detected: Value at 'context' ${failed} have length less than or equal to 28000`,
    ],
    [
      { code, context: '{}', runtime: { name: 'VTL', runtimeVersion: '1.0.0' } },
      `1 validation error detected: Value 'VTL' at 'runtime.name' ${failed} satisfy enum value set: [APPSYNC_JS]`,
    ],
    [{ code, context: '[]', runtime: RUNTIME }, 'The context must be the JSON text of an object.'],
    [
      { code, context: '{}', runtime: RUNTIME, function: 'both' },
      'The function must be one of: request, response.',
    ],
  ])('BadRequestException for %o', async (body, message) => {
    const response = await send(body);
    expect(response.status).toBe(400);
    expect(response.headers.get('x-amzn-errortype')).toBe('BadRequestException');
    expect(await response.json()).toEqual({ message });
  });

  it('refuses web pages, other methods and huge bodies', async () => {
    const page = await send({ code, context: '{}', runtime: RUNTIME }, { origin: todo.engine.url });
    expect([page.status, page.headers.get('x-amzn-errortype')]).toEqual([403, 'AccessDeniedException']);
    expect((await todo.get('/v1/dataplane-evaluatecode')).status).toBe(405);
    expect((await send('x'.repeat(600_000))).status).toBe(413);
  });
});
