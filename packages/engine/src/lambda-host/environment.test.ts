import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  functionModel,
  handlerOf,
  startTestHost,
  type TestHost,
  writeFiles,
} from './testing/start-test-host.ts';

async function payloadOf(test: TestHost, functionName = 'orders', clientContext?: unknown): Promise<unknown> {
  const result = await test.host.invoke(functionName, {}, clientContext);
  return result.kind === 'success' ? result.payload : result;
}

describe('the environment of a function', () => {
  it('is its own: neither the engine nor another function sees it', async () => {
    const body = handlerOf(
      'process.env.LEAK = process.env.OWN; return [process.env.OWN, process.env.OTHER];',
    );
    const test = await startTestHost({
      orders: body,
      others: handlerOf('return [process.env.OWN, process.env.LEAK];'),
    });
    expect(await payloadOf(test)).toEqual(['orders', null]);
    expect(await payloadOf(test, 'others')).toEqual(['others', null]);
    expect([process.env['OWN'], process.env['LEAK']]).toEqual([undefined, undefined]);
  });

  it('has the variables that Lambda defines', async () => {
    const test = await startTestHost({ orders: handlerOf('return process.env;') });
    expect(await payloadOf(test)).toMatchObject({
      AWS_REGION: 'eu-central-1',
      AWS_DEFAULT_REGION: 'eu-central-1',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
      AWS_LAMBDA_FUNCTION_NAME: 'orders',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/orders',
      AWS_LAMBDA_LOG_STREAM_NAME: expect.stringContaining('[$LATEST]') as string,
      AWS_ACCESS_KEY_ID: expect.any(String) as string,
      AWS_SECRET_ACCESS_KEY: expect.any(String) as string,
      AWS_SESSION_TOKEN: expect.any(String) as string,
      AWS_XRAY_CONTEXT_MISSING: 'LOG_ERROR',
      AWS_XRAY_DAEMON_ADDRESS: '169.254.79.129:2000',
      LAMBDA_TASK_ROOT: join(test.directory, 'orders'),
      LAMBDA_RUNTIME_DIR: '/var/runtime',
      TZ: ':UTC',
      _HANDLER: 'index.handler',
    });
  });

  it.each([
    [
      'index.mjs',
      `import { readFileSync } from 'node:fs'; import { readFile } from 'node:fs/promises'; import { resolve } from 'node:path';
      export const handler = async () => [process.cwd(), readFileSync('a/b.txt', 'utf8'), await readFile('./a/b.txt', 'utf8'), resolve('x')];`,
    ],
    [
      'index.js',
      `const { existsSync, readFileSync, promises } = require('fs'); const { resolve } = require('path');
      exports.handler = async () => [process.cwd(), existsSync('a/b.txt') && readFileSync('a/b.txt', 'utf8'), await promises.readFile('a/b.txt', 'utf8'), resolve('x')];`,
    ],
  ])('works in the folder of its code: %s', async (file, code) => {
    const test = await startTestHost({ orders: { [file]: code, 'a/b.txt': 'text' } });
    const root = join(test.directory, 'orders');
    expect(await payloadOf(test)).toEqual([root, 'text', 'text', join(root, 'x')]);
  });

  it('may await at the top level of a module', async () => {
    const test = await startTestHost({
      orders: {
        'index.mjs': `import { setTimeout as wait } from 'node:timers/promises';
          const value = await wait(20, 'ready'); export const handler = async () => value;`,
      },
    });
    expect(await payloadOf(test)).toBe('ready');
  });

  it.each([
    [
      'ES modules',
      {
        'index.mjs': `import { name } from 'greeter'; import { own } from 'own'; export const handler = async () => [name, own];`,
      },
    ],
    [
      'CommonJS',
      {
        'index.js': `const { name } = require('greeter'); const { own } = require('own'); exports.handler = async () => [name, own];`,
      },
    ],
  ])(
    'finds packages of layers, its own first and later layers before earlier ones: %s',
    async (_name, files) => {
      const packageOf = (name: string, code: string) => ({
        [`node_modules/${name}/package.json`]: JSON.stringify({ name, main: 'main.js' }),
        [`node_modules/${name}/main.js`]: code,
      });
      const test = await startTestHost({ orders: { ...files, ...packageOf('own', "exports.own = 'own';") } });
      const layers = ['first', 'second'].map((name) => join(test.directory, name));
      for (const [at, layer] of layers.entries()) {
        await writeFiles(join(layer, 'nodejs'), {
          ...packageOf('greeter', `exports.name = 'layer ${at + 1}';`),
          ...packageOf('own', "exports.own = 'of a layer';"),
        });
      }

      test.host.update([
        { ...functionModel('orders', join(test.directory, 'orders')), layerDirectories: layers },
      ]);
      expect(await payloadOf(test)).toEqual(['layer 2', 'own']);
    },
  );
});

describe('files of layers, at /opt', () => {
  it.each([
    [
      'ES modules',
      {
        'index.mjs': `import { readFileSync, existsSync } from 'node:fs'; import { readFile } from 'node:fs/promises';
          import { name } from '/opt/nodejs/helper.mjs';
          export const handler = async () => [
            name, (await import('file:///opt/nodejs/helper.mjs')).name, readFileSync('/opt/data/which.txt', 'utf8'),
            await readFile('/opt/data/first.txt', 'utf8'), existsSync('/opt/data/none.txt'),
          ];`,
      },
    ],
    [
      'CommonJS',
      {
        'index.js': `const { readFileSync, existsSync, promises } = require('fs');
          exports.handler = async () => [
            require('/opt/nodejs/helper').name, require('/opt/nodejs/helper.js').name,
            readFileSync('/opt/data/which.txt', 'utf8'), await promises.readFile('/opt/data/first.txt', 'utf8'),
            existsSync('/opt/data/none.txt'),
          ];`,
      },
    ],
  ])(
    'are found by modules and by calls that read, later layers before earlier ones: %s',
    async (_name, files) => {
      const test = await startTestHost({ orders: files });
      const layers = ['first', 'second'].map((name) => join(test.directory, name));
      await writeFiles(layers[0] ?? '', { 'data/first.txt': 'first', 'data/which.txt': 'first' });
      await writeFiles(layers[1] ?? '', {
        'data/which.txt': 'second',
        'nodejs/helper.mjs': "export const name = 'helper';",
        'nodejs/helper.js': "exports.name = 'helper';",
      });
      test.host.update([
        { ...functionModel('orders', join(test.directory, 'orders')), layerDirectories: layers },
      ]);
      expect(await payloadOf(test)).toEqual(['helper', 'helper', 'second', 'first', false]);
    },
  );
});

describe('the context of a call', () => {
  it('has everything that Lambda gives', async () => {
    const test = await startTestHost({
      orders: handlerOf(
        'return { keys: Object.keys(context).sort(), values: context, left: context.getRemainingTimeInMillis() };',
      ),
    });
    const payload = await payloadOf(test, 'orders', { custom: { tenant: 'a' } });
    expect(payload).toMatchObject({
      keys: [
        'awsRequestId',
        'callbackWaitsForEmptyEventLoop',
        'clientContext',
        'done',
        'fail',
        'functionName',
        'functionVersion',
        'getRemainingTimeInMillis',
        'identity',
        'invokedFunctionArn',
        'logGroupName',
        'logStreamName',
        'memoryLimitInMB',
        'succeed',
      ],
      values: {
        awsRequestId: expect.stringMatching(/^[\da-f-]{36}$/) as string,
        clientContext: { custom: { tenant: 'a' } },
        functionName: 'orders',
        functionVersion: '$LATEST',
        invokedFunctionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:orders',
        logGroupName: '/aws/lambda/orders',
        memoryLimitInMB: '128',
      },
    });
    const { left } = payload as { left: number };
    expect(left > 0 && left <= 5000).toBe(true);
  });
});
