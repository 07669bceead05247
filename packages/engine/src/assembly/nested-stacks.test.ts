import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadAssembly } from './load-assembly.ts';
import { writeAssembly } from './testing/write-assembly.ts';

const API_URL = 'http://127.0.0.1:4000';

describe('stages and stacks within stacks', () => {
  const tableNamed = (name: unknown): Record<string, unknown> => ({
    Type: 'AWS::DynamoDB::Table',
    Properties: { TableName: name, AttributeDefinitions: [], KeySchema: [] },
  });
  const nestedStack = (file: string, parameters: Record<string, unknown> = {}): Record<string, unknown> => ({
    Type: 'AWS::CloudFormation::Stack',
    Properties: { TemplateURL: `https://s3/assets/${file}`, Parameters: parameters },
  });

  it('are read from the nested assembly of a CDK stage, and run by the name of their stack', async () => {
    const stage = await writeAssembly({
      ProdApp: { template: { Resources: { Table: tableNamed({ 'Fn::Sub': '${AWS::StackName}-items' }) } } },
    });
    const outer = await writeAssembly({ Pipeline: { template: { Resources: {} } } });
    await cp(stage, join(outer, 'assembly-Prod'), { recursive: true });
    const manifest = JSON.parse(await readFile(join(outer, 'manifest.json'), 'utf8')) as {
      artifacts: Record<string, unknown>;
    };
    manifest.artifacts['assembly-Prod'] = {
      type: 'cdk:cloud-assembly',
      properties: { directoryName: 'assembly-Prod' },
    };
    await writeFile(join(outer, 'manifest.json'), JSON.stringify(manifest));
    const result = await loadAssembly({ directory: outer, apiUrl: API_URL, stackName: 'ProdApp' });
    expect(result.ok && result.model.tables.map(({ tableName }) => tableName)).toEqual(['ProdApp-items']);
  });

  it('hand parameters down and outputs up through two levels, and to a sibling', async () => {
    const inner = {
      Parameters: { Prefix: { Type: 'String' } },
      Resources: { Table: tableNamed({ 'Fn::Sub': '${Prefix}-inner' }) },
      Outputs: { Name: { Value: { Ref: 'Table' } } },
    };
    const middle = {
      Parameters: { Prefix: { Type: 'String' } },
      Resources: {
        Inner: nestedStack('inner.json', { Prefix: { 'Fn::Join': ['-', [{ Ref: 'Prefix' }, 'm']] } }),
      },
      Outputs: { Name: { Value: { 'Fn::GetAtt': ['Inner', 'Outputs.Name'] } } },
    };
    const sibling = {
      Parameters: { Other: { Type: 'String' } },
      Resources: { Table: tableNamed({ 'Fn::Sub': '${Other}-sibling' }) },
    };
    const root = {
      Resources: {
        Middle: nestedStack('middle.json', { Prefix: 'top' }),
        Sibling: nestedStack('sibling.json', { Other: { 'Fn::GetAtt': ['Middle', 'Outputs.Name'] } }),
      },
    };
    const names = ['inner.json', 'middle.json', 'sibling.json'];
    const assembly = await writeAssembly(
      { Root: { template: root, assets: Object.fromEntries(names.map((name) => [name, name])) } },
      Object.fromEntries([inner, middle, sibling].map((each, at) => [names[at] ?? '', JSON.stringify(each)])),
    );
    const result = await loadAssembly({ directory: assembly, apiUrl: API_URL });
    expect(result.ok && result.model.tables.map(({ tableName }) => tableName)).toEqual([
      'top-m-inner',
      'top-m-inner-sibling',
    ]);
  });

  it('take values of another stack by weak references to its outputs', async () => {
    const data = { Resources: {}, Outputs: { Name: { Value: 'from-output' } } };
    const app = {
      Resources: { Table: tableNamed({ 'Fn::GetStackOutput': { StackName: 'Data', OutputName: 'Name' } }) },
    };
    const assembly = await writeAssembly({ Data: { template: data }, App: { template: app } });
    const result = await loadAssembly({ directory: assembly, apiUrl: API_URL });
    expect(result.ok && result.model.tables.map(({ tableName }) => tableName)).toEqual(['from-output']);
  });
});
