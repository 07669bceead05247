/**
 * Writes the smallest cloud assembly that holds a compiled API whose subgraphs are all Lambda functions: what the engine
 * loads in every conformance run, without the seconds that a CDK synthesis takes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import type { AppSyncApi } from '@tributary/compiler';
import type { Suite, SuiteSubgraph } from './suite.ts';

const STACK = 'Conformance';
const ANSWER_AS_NAMED = join(import.meta.dirname, 'answer-as-named.ts');

export interface AssemblyParts extends Pick<Suite, 'subgraphs' | 'environment'> {
  /** Properties of the API that say who may call it. @default by API key */
  readonly authentication?: Readonly<Record<string, unknown>>;
}

const API_KEY_MODE = { AuthenticationType: 'API_KEY' };

/** @param directory - an empty folder; becomes the assembly */
export async function writeAssembly(
  directory: string,
  api: AppSyncApi,
  { subgraphs, environment, authentication = API_KEY_MODE }: AssemblyParts,
): Promise<void> {
  mkdirSync(directory, { recursive: true });
  await Promise.all(
    subgraphs.map((subgraph) => bundleHandler(subgraph, join(directory, assetName(subgraph.name)))),
  );
  const manifest = {
    version: '48.0.0',
    artifacts: {
      [STACK]: {
        type: 'aws:cloudformation:stack',
        environment: 'aws://unknown-account/unknown-region',
        properties: { templateFile: `${STACK}.template.json` },
        displayName: STACK,
      },
    },
  };
  writeJson(join(directory, 'manifest.json'), manifest);
  const Resources = resources(api, { subgraphs, environment, authentication });
  writeJson(join(directory, `${STACK}.template.json`), { Resources });
}

async function bundleHandler({ module }: SuiteSubgraph, directory: string): Promise<void> {
  const contents = `import { createSubgraphHandler } from '@tributary/subgraph';
import { answerAsNamed } from ${JSON.stringify(ANSWER_AS_NAMED)};
import * as subgraph from './${basename(module)}';
const whole = createSubgraphHandler({ resolvers: subgraph.resolvers ?? {}, entities: subgraph.entities ?? {} });
export const handler = subgraph.answersAsNamed ? answerAsNamed(whole) : whole;
`;
  await build({
    stdin: { contents, resolveDir: dirname(module), sourcefile: 'handler.mjs' },
    outfile: join(directory, 'index.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    conditions: ['source'],
    external: ['@aws-sdk/*'],
    logLevel: 'silent',
  });
}

type Resource = { Type: string; Properties: Record<string, unknown>; [key: string]: unknown };

function resources(
  api: AppSyncApi,
  { subgraphs, environment, authentication }: Required<AssemblyParts>,
): Record<string, Resource> {
  const apiId = { 'Fn::GetAtt': ['Api', 'ApiId'] };
  const all: Record<string, Resource> = {
    Api: {
      Type: 'AWS::AppSync::GraphQLApi',
      Properties: { Name: 'conformance', ...authentication, EnvironmentVariables: environment },
    },
    Schema: { Type: 'AWS::AppSync::GraphQLSchema', Properties: { ApiId: apiId, Definition: api.schema } },
    Key: { Type: 'AWS::AppSync::ApiKey', Properties: { ApiId: apiId } },
  };
  for (const { name } of subgraphs) {
    all[logicalId('Lambda', name)] = {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Code: { S3Bucket: 'assets', S3Key: `${assetName(name)}.zip` },
        Handler: 'index.handler',
        Runtime: 'nodejs22.x',
        Timeout: 10,
        Role: 'arn:aws:iam::000000000000:role/conformance',
      },
      Metadata: {
        'aws:asset:path': assetName(name),
        'aws:asset:property': 'Code',
        'tributary:subgraph': name,
      },
    };
  }
  for (const source of api.dataSources) {
    const properties =
      source.kind === 'none'
        ? { Type: 'NONE' }
        : {
            Type: 'AWS_LAMBDA',
            LambdaConfig: {
              LambdaFunctionArn: { 'Fn::GetAtt': [logicalId('Lambda', source.subgraph), 'Arn'] },
            },
          };
    all[logicalId('Source', source.name)] = {
      Type: 'AWS::AppSync::DataSource',
      Properties: { ApiId: apiId, Name: source.name, ...properties },
    };
  }
  const runtime = { Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' };
  for (const { name, dataSource, code, maxBatchSize } of api.functions) {
    all[logicalId('Function', name)] = {
      Type: 'AWS::AppSync::FunctionConfiguration',
      Properties: {
        ApiId: apiId,
        Name: name,
        DataSourceName: dataSource,
        Code: code,
        Runtime: runtime,
        MaxBatchSize: maxBatchSize,
      },
    };
  }
  for (const resolver of api.resolvers) {
    const { kind, typeName, fieldName, code } = resolver;
    const kindProperties =
      kind === 'unit'
        ? { Kind: 'UNIT', DataSourceName: resolver.dataSource, MaxBatchSize: resolver.maxBatchSize }
        : {
            Kind: 'PIPELINE',
            PipelineConfig: {
              Functions: resolver.functions.map((name) => ({
                'Fn::GetAtt': [logicalId('Function', name), 'FunctionId'],
              })),
            },
          };
    all[logicalId('Resolver', `${typeName}_${fieldName}`)] = {
      Type: 'AWS::AppSync::Resolver',
      Properties: {
        ApiId: apiId,
        TypeName: typeName,
        FieldName: fieldName,
        Code: code,
        Runtime: runtime,
        ...kindProperties,
      },
      DependsOn: ['Schema'],
    };
  }
  return all;
}

function logicalId(prefix: string, name: string): string {
  return `${prefix}${name.replaceAll(/\W|_/g, 'x')}`;
}

function assetName(subgraph: string): string {
  return `asset.${subgraph}`;
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, JSON.stringify(value, null, 1));
}
