import { Match, Template } from 'aws-cdk-lib/assertions';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { resourcesOf, statementsOf } from './read-template.ts';
import { createSampleApp } from './sample/sample-app.ts';

let notes: Template;
let shelf: Template;
let assemblyDirectory: string;

beforeAll(() => {
  const sample = createSampleApp();
  assemblyDirectory = sample.app.synth().directory;
  notes = Template.fromStack(sample.notes);
  shelf = Template.fromStack(sample.shelf);
});

describe('a Lambda subgraph', () => {
  it('runs the bundled handler on the newest runtime with its own environment', () => {
    notes.hasResource('AWS::Lambda::Function', {
      Properties: Match.objectLike({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        Timeout: 10,
        MemorySize: 256,
        Environment: {
          Variables: {
            NODE_OPTIONS: '--enable-source-maps',
            TABLE_NAME: { Ref: Match.anyValue() },
            GREETING: 'hello',
            LIVE_SHELF_ENTITIES_FUNCTION: { 'Fn::ImportValue': Match.anyValue() },
          },
        },
      }),
      Metadata: Match.objectLike({ 'tributary:subgraph': 'notes' }),
    });
  });

  it('may do with its table what its code calls, and nothing with any other', () => {
    const tableStatements = statementsOf(notes).filter(({ Action }) =>
      String(Action).startsWith('dynamodb:'),
    );
    expect(tableStatements.map(({ Action }) => Action)).toEqual(['dynamodb:GetItem']);
    const [table] = resourcesOf(notes, 'AWS::DynamoDB::Table');
    expect(tableStatements[0]?.Resource).toEqual({ 'Fn::GetAtt': [table?.id, 'Arn'] });
  });

  it('may invoke exactly the function that it asks, and write to its own log group', () => {
    const invoking = statementsOf(notes).filter(({ Action }) => Action === 'lambda:InvokeFunction');
    expect(invoking.map(({ Resource }) => Resource)).toEqual([
      { 'Fn::ImportValue': expect.stringMatching(/^Shelf:.*EntityReader/) as unknown },
    ]);
    const wide = statementsOf(notes).filter(({ Resource }) => Resource === '*');
    expect(wide.map(({ Action }) => Action)).toEqual([['xray:PutTraceSegments', 'xray:PutTelemetryRecords']]);
    for (const role of resourcesOf(notes, 'AWS::IAM::Role')) {
      expect(role.properties).not.toHaveProperty('ManagedPolicyArns');
    }
  });
});

describe('a DynamoDB subgraph', () => {
  it('has the table of its definition, kept and recoverable', () => {
    shelf.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      Properties: Match.objectLike({
        BillingMode: 'PAY_PER_REQUEST',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
        GlobalSecondaryIndexes: [
          Match.objectLike({ IndexName: 'bySku', Projection: { ProjectionType: 'ALL' } }),
        ],
      }),
    });
  });

  it('stages its seed inside the assembly without declaring an upload', () => {
    const [table] = resourcesOf(shelf, 'AWS::DynamoDB::Table');
    const seed = String(table?.metadata['tributary:seed']);
    expect(readFileSync(join(assemblyDirectory, seed, 'items.json'), 'utf8')).toContain('"id"');
    const assets = readFileSync(join(assemblyDirectory, 'Shelf.assets.json'), 'utf8');
    expect(assets).not.toContain(seed);
    expect(existsSync(join(assemblyDirectory, 'Shelf.template.json'))).toBe(true);
  });

  it('has an entity reader that knows its lookups', () => {
    shelf.hasResource('AWS::Lambda::Function', {
      Properties: Match.objectLike({
        Environment: {
          Variables: Match.objectLike({
            ENTITY_LOOKUPS: '{"Book":[{"key":"id","attributes":{"pk":"BOOK#{id}"}}]}',
            TABLE_NAME: { Ref: Match.anyValue() },
          }),
        },
      }),
      Metadata: Match.objectLike({ 'tributary:subgraph': 'live-shelf' }),
    });
  });
});
