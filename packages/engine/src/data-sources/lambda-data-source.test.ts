import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LambdaHost, createLambdaHost } from '../lambda-host/index.ts';
import { createLambdaDataSource } from './lambda-data-source.ts';

const HANDLER = `
  export const handler = async (event) => {
    if (event?.fail) throw Object.assign(new Error(event.fail), { name: 'OwnError' });
    if (event?.hang) await new Promise(() => setInterval(() => undefined, 1000));
    if (event?.nothing) return undefined;
    return Array.isArray(event) ? event.map((item) => ({ echoed: item })) : { echoed: event };
  };
`;

const call = { resolver: 'Query.a', requestId: 'r' };
let lambda: LambdaHost;

beforeAll(async () => {
  const codeDirectory = await mkdtemp(join(tmpdir(), 'lambda-'));
  await writeFile(join(codeDirectory, 'index.mjs'), HANDLER);
  lambda = createLambdaHost({
    functions: [
      {
        functionName: 'echo',
        logicalId: 'Echo',
        arn: 'arn:aws:lambda:us-east-1:000000000000:function:echo',
        codeDirectory,
        handler: 'index.handler',
        runtime: 'nodejs24.x',
        timeoutMs: 1000,
        memoryMb: 128,
        environment: {},
        metadata: {},
      },
    ],
    environment: {},
    log: () => undefined,
    sdkResolveFrom: fileURLToPath(new URL('../..', import.meta.url)),
  });
});
afterAll(() => lambda.stop());

function invoke(request: unknown, functionName = 'echo') {
  return createLambdaDataSource({ name: 'echo', functionName, lambda }).invoke(request, call);
}

describe('Lambda data source', () => {
  it('sends the payload and answers with what the function returned', async () => {
    expect(await invoke({ operation: 'Invoke', payload: { a: 1 } })).toEqual({
      kind: 'answered',
      result: { echoed: { a: 1 } },
      error: null,
    });
    expect(await invoke({ operation: 'Invoke', payload: { nothing: true } })).toMatchObject({
      result: null,
      error: null,
    });
  });

  it('sends a lone BatchInvoke as a list of one', async () => {
    expect(await invoke({ operation: 'BatchInvoke', payload: 1 })).toMatchObject({ result: { echoed: 1 } });
  });

  it('D31 types every error of the function Lambda:Unhandled', async () => {
    expect(await invoke({ operation: 'Invoke', payload: { fail: 'boom' } })).toEqual({
      kind: 'answered',
      result: null,
      error: { type: 'Lambda:Unhandled', message: 'boom' },
    });
  });

  it('types the time limit of the function', async () => {
    expect(await invoke({ operation: 'Invoke', payload: { hang: true } })).toMatchObject({
      result: null,
      error: { type: 'Lambda:Unhandled', unhandledErrorType: 'Sandbox.Timedout' },
    });
  });

  it('answers null at once for an asynchronous invocation', async () => {
    const request = { operation: 'Invoke', invocationType: 'Event', payload: { a: 1 } };
    expect(await invoke(request)).toEqual({ kind: 'answered', result: null, error: null });
  });

  it('refuses requests that it cannot read, and names a missing function', async () => {
    expect(await invoke({})).toMatchObject({ kind: 'refused', error: { type: 'MappingTemplate' } });
    expect(await invoke({ operation: 'Get' })).toMatchObject({
      error: { message: 'Unsupported operation "Get".' },
    });
    expect(await invoke({ operation: 'Invoke' }, 'gone')).toMatchObject({
      error: { type: 'Lambda:ResourceNotFoundException' },
    });
  });
});
