import { Template } from 'aws-cdk-lib/assertions';
import { compile } from '@tributary/compiler';
import type { AppSyncApi } from '@tributary/compiler';
import { loadProject } from '@tributary/compiler/project';
import type { Project } from '@tributary/compiler/project';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWarehouseApp } from '../stacks/warehouse-app.ts';
import type { WarehouseApp } from '../stacks/warehouse-app.ts';
import { resourcesOf, statementsOf } from '../../packages/cdk/test/read-template.ts';
import { readTree } from '../../packages/cdk/test/read-tree.ts';

const rootDirectory = fileURLToPath(new URL('../..', import.meta.url));
const assemblies = mkdtempSync(join(tmpdir(), 'warehouse-'));
const now = new Date('2026-11-21T12:00:00Z');

let project: Project;
let api: AppSyncApi;
let warehouse: WarehouseApp;
let gateway: Template;

beforeAll(async () => {
  const loaded = await loadProject(rootDirectory);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  project = loaded.value;
  const compiled = compile(project.sources);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  api = compiled.value;
  warehouse = createWarehouseApp({ project, api, now, outputDirectory: join(assemblies, 'first') });
  gateway = Template.fromStack(warehouse.gateway);
});
afterAll(() => rmSync(assemblies, { recursive: true, force: true }));

describe('the warehouse', () => {
  it('has one stack for each subgraph and one for the gateway', () => {
    const names = warehouse.app.node.children.flatMap((child) =>
      child.node.id === 'Tree' ? [] : [child.node.id],
    );
    expect(names).toEqual([
      'WarehouseCatalog',
      'WarehouseCustomers',
      'WarehouseInventory',
      'WarehouseOrders',
      'WarehousePolls',
      'WarehouseGateway',
    ]);
  });

  it('has every resolver and function of the compiled API, each resolver behind the schema', () => {
    const [schemaId] = Object.keys(gateway.findResources('AWS::AppSync::GraphQLSchema'));
    const resolvers = resourcesOf(gateway, 'AWS::AppSync::Resolver');
    expect(resolvers).toHaveLength(api.resolvers.length);
    for (const resolver of resolvers) expect(resolver.dependsOn).toContain(schemaId);
    gateway.resourceCountIs('AWS::AppSync::FunctionConfiguration', api.functions.length);
  });

  it('passes its tables, except where a subgraph asks another, to nobody but their owner and the gateway', () => {
    for (const [name, stack] of warehouse.subgraphStacks) {
      const policies = JSON.stringify(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
      const imported = [...policies.matchAll(/ImportValue":"(\w+):/g)].map((match) => match[1]);
      expect(imported, name).toEqual(name === 'orders' ? ['WarehouseCatalog'] : []);
    }
  });

  it('grants single actions: no wildcards but those that X-Ray needs, no managed policies', () => {
    const stacks = [warehouse.gateway, ...warehouse.subgraphStacks.values()];
    for (const stack of stacks) {
      const template = Template.fromStack(stack);
      for (const { Action, Resource } of statementsOf(template)) {
        const actions = [Action].flat();
        expect(actions.filter((action) => String(action).includes('*'))).toEqual([]);
        if (Resource === '*') expect(actions).toEqual(['xray:PutTraceSegments', 'xray:PutTelemetryRecords']);
      }
      expect(JSON.stringify(template.findResources('AWS::IAM::Role'))).not.toContain('ManagedPolicyArns');
    }
  });

  it('fits the quotas of a CloudFormation stack with room to grow', () => {
    const text = JSON.stringify(gateway.toJSON());
    expect(text.length).toBeLessThan(1_000_000);
    expect(Object.keys(gateway.findResources('*')).length).toBeLessThan(250);
  });

  it('gives the same bytes twice', () => {
    const second = createWarehouseApp({ project, api, now, outputDirectory: join(assemblies, 'second') });
    warehouse.app.synth();
    second.app.synth();
    expect(readTree(join(assemblies, 'second'))).toEqual(readTree(join(assemblies, 'first')));
  });
});
