/** The published `@aws-sdk/client-appsync`, with nothing but its endpoint changed. */
import type { EvaluateCodeCommandInput } from '@aws-sdk/client-appsync';
import {
  AppSyncClient,
  BadRequestException,
  EvaluateCodeCommand,
  EvaluateMappingTemplateCommand,
  GetGraphqlApiCommand,
  ListApisCommand,
  UpdateResolverCommand,
} from '@aws-sdk/client-appsync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TodoEngine } from '../../test/start-todo-engine.ts';
import { startTodoEngine } from '../../test/start-todo-engine.ts';

let todo: TodoEngine;
let client: AppSyncClient;
beforeAll(async () => {
  todo = await startTodoEngine();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new AppSyncClient({ endpoint: todo.engine.url, region: 'us-east-1', credentials });
});
afterAll(() => {
  client.destroy();
  return todo.engine.stop();
});

function evaluate(code: string, options: Partial<EvaluateCodeCommandInput> = {}) {
  const runtime = { name: 'APPSYNC_JS', runtimeVersion: '1.0.0' } as const;
  return client.send(new EvaluateCodeCommand({ runtime, code, context: '{}', ...options }));
}

describe('@aws-sdk/client-appsync', () => {
  it('gets result, logs, stash and appended errors of a handler', async () => {
    const code = `import { util } from '@aws-appsync/utils';
export function response(ctx) {
  console.log('title', ctx.result.title);
  ctx.stash.seen = true;
  util.appendError('careful', 'Warning');
  return ctx.result.title;
}`;
    const context = JSON.stringify({ result: { title: 'Tea' }, stash: { a: 1 } });
    const { $metadata, ...answer } = await evaluate(code, { function: 'response', context });
    expect($metadata).toMatchObject({ httpStatusCode: 200, requestId: expect.any(String) });
    expect(answer).toEqual({
      evaluationResult: '"Tea"',
      logs: ['INFO - code.js:3:3: "title" "Tea"'],
      stash: '{"a":1,"seen":true}',
      outErrors: '[{"message":"careful","errorType":"Warning","data":null,"errorInfo":null}]',
    });
  });

  it('gets the errors of code that the runtime refuses, with their places', async () => {
    const { error, evaluationResult } = await evaluate('export function request() {\n  while (true) {}\n}');
    expect(evaluationResult).toBeUndefined();
    expect(error).toEqual({
      message: 'The code contains one or more errors.',
      codeErrors: [
        expect.objectContaining({ errorType: 'LINT_ERROR', location: expect.objectContaining({ line: 2 }) }),
      ],
    });
  });

  it('gets the error that a handler raised', async () => {
    const code = `import { util } from '@aws-appsync/utils';\nexport const request = () => util.error('No', 'Denied');`;
    expect((await evaluate(code)).error).toEqual({ message: 'No' });
  });

  it('throws BadRequestException for input that is not allowed', async () => {
    const refused = evaluate('export const request = () => 1;', { context: 'not json' });
    await expect(refused).rejects.toBeInstanceOf(BadRequestException);
    await expect(refused).rejects.toMatchObject({
      message: 'The context must be the JSON text of an object.',
      $fault: 'client',
      $metadata: { httpStatusCode: 400, attempts: 1 },
    });
  });

  it.each([
    [
      new EvaluateMappingTemplateCommand({ template: '$ctx', context: '{}' }),
      'Mapping templates are not run here: write APPSYNC_JS and use EvaluateCode.',
    ],
    [new GetGraphqlApiCommand({ apiId: 'any' }), /^GET \/v1\/apis\/any is not available here\./],
    [new ListApisCommand({}), /^GET \/v2\/apis is not available here\./],
    [
      new UpdateResolverCommand({ apiId: 'any', typeName: 'Query', fieldName: 'todos' }),
      /^POST \/v1\/apis\/any\/types\/Query\/resolvers\/todos is not available here\. .*change the CDK application/,
    ],
  ])('throws NotImplementedException for $constructor.name, at once', async (command, message) => {
    const refused = client.send(command as GetGraphqlApiCommand);
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toMatchObject({
      name: 'NotImplementedException',
      $metadata: { httpStatusCode: 501, attempts: 1 },
    });
  });
});
