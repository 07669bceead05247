import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AppModel } from '../model/app-model.ts';
import { loadAssembly } from './load-assembly.ts';
import { CODE, SCHEMA, writeItemsAssembly } from './testing/items-assembly.ts';
import { writeAssembly } from './testing/write-assembly.ts';

const API_URL = 'http://127.0.0.1:4000';
let directory: string;

beforeAll(async () => {
  directory = await writeItemsAssembly();
});

async function load(options: { readonly stackName?: string } = {}): Promise<AppModel> {
  const result = await loadAssembly({ directory, apiUrl: API_URL, ...options });
  if (!result.ok) throw new Error(result.errors.join('\n'));
  return result.model;
}

describe('loadAssembly', () => {
  it('reads tables in the words of CreateTable, with time to live and seeds', async () => {
    const { tables } = await load();
    expect(tables).toEqual([
      {
        tableName: 'Data-Items',
        logicalId: 'Items',
        arn: 'arn:aws:dynamodb:us-east-1:000000000000:table/Data-Items',
        createTableInput: {
          TableName: 'Data-Items',
          AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
          KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
          BillingMode: 'PAY_PER_REQUEST',
          GlobalSecondaryIndexes: [
            {
              IndexName: 'by-id',
              KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
              Projection: { ProjectionType: 'ALL' },
            },
          ],
        },
        ttlAttribute: 'ttl',
        seedDirectory: join(directory, 'asset.seed'),
      },
      expect.objectContaining({ tableName: 'chosen', ttlAttribute: undefined, seedDirectory: undefined }),
    ]);
  });

  it('reads Lambda functions with code folder, environment and metadata', async () => {
    expect((await load()).lambdaFunctions).toEqual([
      {
        functionName: 'Data-Handler',
        logicalId: 'Handler',
        arn: 'arn:aws:lambda:us-east-1:000000000000:function:Data-Handler',
        codeDirectory: join(directory, 'asset.abc'),
        handler: 'index.handler',
        roleArn: 'arn:aws:iam::000000000000:role/Data-Role',
        runtime: 'nodejs24.x',
        timeoutMs: 10_000,
        memoryMb: 128,
        environment: {
          TABLE: 'Data-Items',
          ARN: 'arn:aws:dynamodb:us-east-1:000000000000:table/Data-Items',
          COUNT: '3',
        },
        metadata: { 'tributary:subgraph': 'items' },
      },
    ]);
  });

  it('reads an API with its parts, over exports of another stack', async () => {
    const [api] = (await load()).apis;
    expect(api).toMatchObject({
      name: 'items',
      schema: SCHEMA,
      defaultAuthentication: 'API_KEY',
      additionalAuthentication: ['AWS_IAM'],
      environment: { TABLE: 'Data-Items' },
      isIntrospectionEnabled: false,
      queryDepthLimit: 12,
      resolverCountLimit: 10_000,
      dataSources: [
        { kind: 'dynamodb', name: 'table', tableName: 'Data-Items' },
        { kind: 'lambda', name: 'lambda', functionName: 'Data-Handler' },
        { kind: 'unsupported', name: 'search', type: 'AMAZON_OPENSEARCH_SERVICE' },
        { kind: 'unsupported', name: 'MappingTemplates', type: 'VTL mapping templates' },
      ],
    });
    const [loadFunction] = api?.functions ?? [];
    expect(loadFunction).toMatchObject({
      name: 'load',
      dataSourceName: 'lambda',
      code: CODE,
      maxBatchSize: 50,
    });
    expect(api?.resolvers).toEqual([
      {
        kind: 'unit',
        typeName: 'Query',
        fieldName: 'a',
        dataSourceName: 'table',
        code: CODE,
        maxBatchSize: 0,
      },
      {
        kind: 'pipeline',
        typeName: 'Query',
        fieldName: 'b',
        code: CODE,
        functionIds: [loadFunction?.functionId],
      },
      {
        kind: 'unit',
        typeName: 'Query',
        fieldName: 'c',
        dataSourceName: 'lambda',
        code: undefined,
        maxBatchSize: 0,
      },
      expect.objectContaining({ fieldName: 'd', dataSourceName: 'MappingTemplates' }),
    ]);
  });

  it('derives ids and keys that are the same on every start', async () => {
    const [first, second] = [(await load()).apis[0], (await load()).apis[0]];
    expect(first?.id).toMatch(/^[a-z0-9]{26}$/);
    expect(first?.apiKeys).toEqual([
      { key: expect.stringMatching(/^da2-[a-z0-9]{26}$/) as unknown, expiresAtEpochSeconds: 1825027200 },
    ]);
    expect(second).toEqual(first);
  });

  it('lists resource types that it does not run, and only those', async () => {
    expect((await load()).unknownResources).toEqual([
      { type: 'AWS::Kinesis::Stream', logicalIds: ['Stream'] },
      { type: 'AWS::ECS::Cluster', logicalIds: ['Cluster'] },
    ]);
  });

  it('runs a stack with those that it depends on', async () => {
    const model = await load({ stackName: 'Api' });
    expect([model.apis.length, model.tables.length]).toEqual([1, 2]);
    expect(model.unknownResources.map(({ type }) => type)).toEqual(['AWS::Kinesis::Stream']);
    expect((await load({ stackName: 'Data' })).apis).toEqual([]);
  });

  it('writes inline code to a file', async () => {
    const inline = await writeAssembly({
      Only: {
        template: {
          Resources: {
            Inline: {
              Type: 'AWS::Lambda::Function',
              Properties: {
                Code: { ZipFile: 'exports.handler = 1;' },
                Handler: 'index.handler',
                Runtime: 'nodejs24.x',
              },
            },
          },
        },
      },
    });
    const inlineCodeDirectory = await mkdtemp(join(tmpdir(), 'inline-'));
    const result = await loadAssembly({ directory: inline, apiUrl: API_URL, inlineCodeDirectory });
    const codeDirectory = result.ok ? result.model.lambdaFunctions[0]?.codeDirectory : undefined;
    expect(codeDirectory?.startsWith(inlineCodeDirectory)).toBe(true);
    expect(await readFile(join(codeDirectory ?? '', 'index.js'), 'utf8')).toBe('exports.handler = 1;');
  });

  it('opens nested stacks with their parameters and outputs', async () => {
    const nested = {
      Parameters: { Name: { Type: 'String' } },
      Resources: {
        Table: {
          Type: 'AWS::DynamoDB::Table',
          Properties: { TableName: { Ref: 'Name' }, AttributeDefinitions: [], KeySchema: [] },
        },
      },
      Outputs: { TableArn: { Value: { 'Fn::GetAtt': ['Table', 'Arn'] } } },
    };
    const parent = {
      Resources: {
        Nested: {
          Type: 'AWS::CloudFormation::Stack',
          Properties: {
            TemplateURL: {
              'Fn::Join': [
                '',
                ['https://s3.', { Ref: 'AWS::Region' }, '.', { Ref: 'AWS::URLSuffix' }, '/assets/n.json'],
              ],
            },
            Parameters: { Name: 'inner' },
          },
        },
        Value: {
          Type: 'AWS::SSM::Parameter',
          Properties: { Name: '/p', Value: { 'Fn::GetAtt': ['Nested', 'Outputs.TableArn'] } },
        },
        Outer: {
          Type: 'AWS::DynamoDB::Table',
          Properties: {
            TableName: { 'Fn::Select': [1, { 'Fn::Split': ['/', '{{resolve:ssm:/p}}'] }] },
            AttributeDefinitions: [],
            KeySchema: [],
          },
        },
      },
    };
    const assembly = await writeAssembly(
      { Parent: { template: parent, assets: { 'n.json': 'nested.json' } } },
      { 'nested.json': JSON.stringify(nested) },
    );
    const result = await loadAssembly({ directory: assembly, apiUrl: API_URL });
    expect(result.ok && result.model.tables.map((table) => table.tableName)).toEqual(['inner', 'inner']);
  });
});

describe('loadAssembly refuses', () => {
  const refusal = async (options: {
    readonly directory: string;
    readonly stackName?: string;
  }): Promise<string> => {
    const result = await loadAssembly({ apiUrl: API_URL, ...options });
    return result.ok ? '' : result.errors.join('\n');
  };

  it('a folder that is missing or not an assembly', async () => {
    expect(await refusal({ directory: '/does/not/exist' })).toContain(
      'The folder /does/not/exist does not exist.',
    );
    const empty = await mkdtemp(join(tmpdir(), 'empty-'));
    expect(await refusal({ directory: empty })).toContain('has no manifest.json');
    await writeFile(join(empty, 'manifest.json'), '{"name":"web app"}');
    expect(await refusal({ directory: empty })).toContain('is not the manifest of a CDK cloud assembly');
    await writeFile(join(empty, 'manifest.json'), '{"version":"1","artifacts":{}}');
    expect(await refusal({ directory: empty })).toContain('has no stacks');
  });

  it('an unknown stack, with the known ones', async () => {
    expect(await refusal({ directory, stackName: 'Nope' })).toBe(
      'There is no stack "Nope" in the assembly. Known stacks: Api, Data, Other.',
    );
  });

  it('a reference to what is not there, with the stack', async () => {
    const table = { Type: 'AWS::DynamoDB::Table', Properties: { TableName: { 'Fn::ImportValue': 'gone' } } };
    const broken = await writeAssembly({ Broken: { template: { Resources: { Table: table } } } });
    expect(await refusal({ directory: broken })).toBe(
      'Stack "Broken" refers to the export "gone", which does not exist.',
    );
  });
});
