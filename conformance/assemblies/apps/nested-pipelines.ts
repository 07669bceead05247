/** AWS sample "nested stacks": the API in the parent, each team's table, functions and pipelines in a stack of its own. */
import type { App } from 'aws-cdk-lib';
import { CfnOutput, NestedStack, Stack } from 'aws-cdk-lib';
import {
  AppsyncFunction,
  Code,
  DynamoDbDataSource,
  FunctionRuntime,
  NoneDataSource,
  Resolver,
} from 'aws-cdk-lib/aws-appsync';
import type { BaseDataSource, GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import type { Construct } from 'constructs';
import { apiOf, tableOf } from './api-parts.ts';

const SDL = `
type Account { id: ID!  owner: String!  balance: Int! }
type Query { account(id: ID!): Account  greeting(name: String!): String }
type Mutation { open(id: ID!, owner: String!): Account }
`;

const THROUGH = 'export const request = () => ({});\nexport const response = (ctx) => ctx.prev.result;';

const CHECK = `
import { util } from '@aws-appsync/utils';
export function request({ args }) {
  if (args.owner === '') util.error('An account needs an owner.', 'Invalid');
  return { payload: args.owner };
}
export function response(ctx) { ctx.stash.owner = ctx.result; return ctx.result; }
`;

const WRITE = `
import { put } from '@aws-appsync/utils/dynamodb';
export const request = (ctx) => put({ key: { id: ctx.args.id }, item: { owner: ctx.stash.owner, balance: 0 } });
export const response = (ctx) => ctx.result;
`;

const READ = `
import { get } from '@aws-appsync/utils/dynamodb';
export const request = (ctx) => get({ key: { id: ctx.args.id } });
export const response = (ctx) => ctx.result;
`;

const GREET = `
import { runtime } from '@aws-appsync/utils';
export function request({ args }) {
  if (args.name === 'nobody') runtime.earlyReturn('Nobody is here.');
  return { payload: \`Hello, \${args.name}\` };
}
export const response = (ctx) => \`\${ctx.result}!\`;
`;

const RUNTIME = FunctionRuntime.JS_1_0_0;

class AccountsStack extends NestedStack {
  constructor(scope: Construct, id: string, api: GraphqlApi) {
    super(scope, id);
    const table = tableOf(this, 'Accounts');
    const accounts = new DynamoDbDataSource(this, 'AccountsSource', { api, name: 'accounts', table });
    const none = new NoneDataSource(this, 'NoneSource', { api, name: 'none' });
    const step = (name: string, dataSource: BaseDataSource, code: string): AppsyncFunction =>
      new AppsyncFunction(this, name, {
        name,
        api,
        dataSource,
        code: Code.fromInline(code),
        runtime: RUNTIME,
      });
    const pipeline = (typeName: string, fieldName: string, ...pipelineConfig: AppsyncFunction[]): Resolver =>
      new Resolver(this, `${typeName}_${fieldName}`, {
        api,
        typeName,
        fieldName,
        pipelineConfig,
        code: Code.fromInline(THROUGH),
        runtime: RUNTIME,
      });
    pipeline('Mutation', 'open', step('check', none, CHECK), step('write', accounts, WRITE));
    pipeline('Query', 'account', step('read', accounts, READ));
    pipeline('Query', 'greeting', step('greet', none, GREET));
    new CfnOutput(this, 'TableName', { value: table.tableName });
  }
}

export function nestedPipelines(app: App): void {
  const stack = new Stack(app, 'Nested');
  new AccountsStack(stack, 'Accounts', apiOf(stack, SDL));
}
