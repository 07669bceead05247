import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { LambdaFunctionModel } from '../model/app-model.ts';
import { extractZip } from './extract-zip.ts';
import { loadAssembly } from './load-assembly.ts';
import { writeAssembly } from './testing/write-assembly.ts';

type Properties = Readonly<Record<string, unknown>>;

interface Extras {
  readonly resources?: Readonly<Record<string, unknown>>;
  readonly assets?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
}

/** One function with these properties, in a stack with these other things. */
async function loadFunction(
  properties: Properties,
  { resources = {}, assets = {}, files = {} }: Extras = {},
): Promise<LambdaFunctionModel | undefined> {
  const Code = { S3Bucket: 'assets', S3Key: 'code.zip' };
  const Properties = { Handler: 'index.handler', Runtime: 'nodejs22.x', Code, ...properties };
  const directory = await writeAssembly(
    {
      S: {
        template: { Resources: { Fn: { Type: 'AWS::Lambda::Function', Properties }, ...resources } },
        assets: { 'code.zip': 'asset.code', ...assets },
      },
    },
    { 'asset.code/index.mjs': '', ...files },
  );
  const result = await loadAssembly({ directory, apiUrl: 'http://127.0.0.1:4000' });
  if (!result.ok) throw new Error(result.errors.join('\n'));
  return result.model.lambdaFunctions[0];
}

describe('a Lambda function', () => {
  it.each([
    ['a container image', { PackageType: 'Image', Code: { ImageUri: 'x' } }, 'it is a container image'],
    ['python', { Runtime: 'python3.13' }, 'its runtime is python3.13, and only Node.js functions run here'],
    [
      'code that is elsewhere',
      { Code: { S3Bucket: 'b', S3Key: 'other.zip' } },
      'its code, s3://b/other.zip, is not an asset of this assembly',
    ],
  ])(
    'of %s stays in the model, with the reason why it does not run',
    async (_name, properties, notRunnable) => {
      expect(await loadFunction(properties)).toMatchObject({ functionName: 'S-Fn', notRunnable });
    },
  );

  it('has reserved concurrency, dead letters, retries, event age and destinations', async () => {
    const queue = { Type: 'AWS::SQS::Queue', Properties: {} };
    const config = {
      Type: 'AWS::Lambda::EventInvokeConfig',
      Properties: {
        FunctionName: { Ref: 'Fn' },
        Qualifier: '$LATEST',
        MaximumRetryAttempts: 1,
        MaximumEventAgeInSeconds: 120,
        DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Failures', 'Arn'] } } },
      },
    };
    const found = await loadFunction(
      { ReservedConcurrentExecutions: 3, DeadLetterConfig: { TargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] } } },
      { resources: { Failures: queue, Dead: queue, Config: config } },
    );
    expect(found).toMatchObject({
      reservedConcurrency: 3,
      asyncInvocation: {
        maxRetryAttempts: 1,
        maxEventAgeMs: 120_000,
        onFailureArn: 'arn:aws:sqs:us-east-1:000000000000:S-Failures',
        onSuccessArn: undefined,
        deadLetterArn: 'arn:aws:sqs:us-east-1:000000000000:S-Dead',
      },
    });
  });

  it('has its layers in order; those of others are passed over', async () => {
    const layer = { Type: 'AWS::Lambda::LayerVersion', Properties: { Content: { S3Key: 'layer.zip' } } };
    const found = await loadFunction(
      {
        Layers: ['arn:aws:lambda:us-east-1:580247275435:layer:LambdaInsightsExtension:53', { Ref: 'Layer' }],
      },
      {
        resources: { Layer: layer },
        assets: { 'layer.zip': 'asset.layer' },
        files: { 'asset.layer/nodejs/x.js': '' },
      },
    );
    expect(found?.layerDirectories).toEqual([expect.stringMatching(/asset\.layer$/) as string]);
  });

  it('is unpacked where its code is a zip file', async () => {
    const zip = zipOf({ 'index.js': 'exports.handler = 1;', 'lib/a.txt': 'a'.repeat(500) });
    const path = join(await mkdtemp(join(tmpdir(), 'zip-')), 'code.zip');
    await writeFile(path, zip);
    const found = await loadFunction(
      { Code: { S3Key: 'own.zip' } },
      { assets: { 'own.zip': `../../../../../..${path}` } },
    );
    expect(found?.notRunnable).toBeUndefined();
    expect(await readFile(join(found?.codeDirectory ?? '', 'lib/a.txt'), 'utf8')).toBe('a'.repeat(500));
  });
});

describe('extractZip', () => {
  const extract = async (zip: Uint8Array): Promise<void> => {
    const directory = await mkdtemp(join(tmpdir(), 'zip-'));
    await writeFile(join(directory, 'a.zip'), zip);
    await extractZip(join(directory, 'a.zip'), join(directory, 'out'));
  };

  it('refuses entries that lie outside of the folder', async () => {
    await expect(extract(zipOf({ '../evil.js': 'x' }))).rejects.toThrow(
      'The entry "../evil.js" lies outside',
    );
  });

  it('refuses what is no zip file', async () => {
    await expect(extract(strToU8('not a zip file at all, really'))).rejects.toThrow('invalid zip data');
  });
});

function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}
