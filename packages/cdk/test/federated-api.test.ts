import { Match, Template } from 'aws-cdk-lib/assertions';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resourcesOf, statementsOf } from './read-template.ts';
import { readTree } from './read-tree.ts';
import { createSampleApp, sampleApi } from './sample/sample-app.ts';

let template: Template;
beforeAll(() => {
  template = Template.fromStack(createSampleApp().gateway);
});

describe('FederatedApi', () => {
  it('makes every resolver wait for the schema', () => {
    const [schemaId] = Object.keys(template.findResources('AWS::AppSync::GraphQLSchema'));
    const resolvers = resourcesOf(template, 'AWS::AppSync::Resolver');
    expect(resolvers).toHaveLength(sampleApi.resolvers.length);
    for (const resolver of resolvers) expect(resolver.dependsOn).toContain(schemaId);
  });

  it('keeps the order of functions in a pipeline, by id', () => {
    template.hasResourceProperties('AWS::AppSync::Resolver', {
      Kind: 'PIPELINE',
      PipelineConfig: {
        Functions: [
          { 'Fn::GetAtt': [Match.stringLikeRegexp('askNotes'), 'FunctionId'] },
          { 'Fn::GetAtt': [Match.stringLikeRegexp('askShelf'), 'FunctionId'] },
        ],
      },
    });
  });

  it('grants each data source its own target and nothing else', () => {
    const statements = statementsOf(template).filter(({ policyId }) => policyId.includes('DataSources'));
    expect(statements.map(({ Action }) => Action)).toEqual([
      'lambda:InvokeFunction',
      'dynamodb:GetItem',
      'lambda:InvokeFunction',
    ]);
    expect(JSON.stringify(statements)).not.toContain('"*"');
  });

  it('batches where the compiler says so and leaves the property out elsewhere', () => {
    const functions = resourcesOf(template, 'AWS::AppSync::FunctionConfiguration');
    const sizes = functions.map(({ properties }) => properties['MaxBatchSize']);
    expect(sizes).toEqual([500, undefined]);
  });

  it('names the tables of direct data sources for ctx.env', () => {
    template.hasResourceProperties('AWS::AppSync::GraphQLApi', {
      EnvironmentVariables: { LIVE_SHELF_TABLE: { 'Fn::ImportValue': Match.anyValue() } },
      XrayEnabled: true,
      LogConfig: Match.objectLike({ FieldLogLevel: 'ERROR' }),
    });
  });

  it('moves code to the asset bucket when the template would be too big', () => {
    const big = { ...sampleApi, schema: `# ${'x'.repeat(990_000)}\n${sampleApi.schema}` };
    const gateway = Template.fromStack(createSampleApp({ api: big }).gateway);
    for (const { properties } of resourcesOf(gateway, 'AWS::AppSync::FunctionConfiguration')) {
      expect(properties['CodeS3Location']).toEqual({
        'Fn::Sub': expect.stringMatching(/^s3:\/\//) as unknown,
      });
      expect(properties).not.toHaveProperty('Code');
    }
  });

  it('refuses what AppSync would refuse', () => {
    const functions = sampleApi.functions.map((each) => ({ ...each, code: `// ${'x'.repeat(40_000)}` }));
    expect(() => createSampleApp({ api: { ...sampleApi, functions } })).toThrow('APPSYNC_CODE_TOO_LARGE');
  });

  it('says which construct is missing', () => {
    const dataSources = [{ kind: 'lambda', name: 'ghosts', subgraph: 'ghosts' }] as const;
    const api = { ...sampleApi, dataSources, functions: [], resolvers: [] };
    expect(() => createSampleApp({ api })).toThrow(
      'Data source "ghosts" needs the Lambda handler of subgraph "ghosts"',
    );
  });
});

describe('synthesis', () => {
  const root = mkdtempSync(join(tmpdir(), 'tributary-cdk-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('gives the same bytes twice', () => {
    const [first, second] = ['first', 'second'].map((name) => {
      const directory = join(root, name);
      createSampleApp({ outputDirectory: directory }).app.synth();
      return readTree(directory);
    });
    expect(second).toEqual(first);
  });
});
