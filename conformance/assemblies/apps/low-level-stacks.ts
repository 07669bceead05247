/** L1 constructs only, over two stacks: parameters, mappings, conditions, an SSM parameter, intrinsic functions. */
import type { App } from 'aws-cdk-lib';
import { CfnCondition, CfnMapping, CfnParameter, Fn, Stack } from 'aws-cdk-lib';
import {
  CfnApiKey,
  CfnDataSource,
  CfnGraphQLApi,
  CfnGraphQLSchema,
  CfnResolver,
} from 'aws-cdk-lib/aws-appsync';
import { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnParameter as SsmParameter } from 'aws-cdk-lib/aws-ssm';

const SDL = `
type Query { settings: AWSJSON  search: String  rows: String  answer: String }
`;

const SETTINGS = `
exports.handler = async () => ({
  table: process.env.TABLE, tier: process.env.TIER, size: process.env.SIZE, greeting: process.env.GREETING,
});
`;

const ASK =
  "export const request = () => ({ operation: 'GET', path: '/' });\nexport const response = (ctx) => ctx.result;";

export function lowLevelStacks(app: App): void {
  const data = new Stack(app, 'Data');
  const table = new CfnTable(data, 'Table', {
    keySchema: [{ attributeName: 'id', keyType: 'HASH' }],
    attributeDefinitions: [{ attributeName: 'id', attributeType: 'S' }],
    billingMode: 'PAY_PER_REQUEST',
  });

  const stack = new Stack(app, 'Front');
  const tier = new CfnParameter(stack, 'Tier', { type: 'String', default: 'small' });
  const sizes = new CfnMapping(stack, 'Sizes', { mapping: { small: { size: '1' }, large: { size: '9' } } });
  const isLarge = new CfnCondition(stack, 'IsLarge', {
    expression: Fn.conditionEquals(tier.valueAsString, 'large'),
  });
  const greeting = new SsmParameter(stack, 'Greeting', {
    type: 'String',
    name: '/front/greeting',
    value: 'Hello',
  });
  const settings = new CfnFunction(stack, 'Settings', {
    runtime: 'nodejs22.x',
    handler: 'index.handler',
    role: Fn.sub('arn:aws:iam::${AWS::AccountId}:role/settings'),
    code: { zipFile: SETTINGS },
    environment: {
      variables: {
        TABLE: table.ref,
        TIER: Fn.conditionIf(isLarge.logicalId, 'big', Fn.join('-', ['not', tier.valueAsString])).toString(),
        SIZE: sizes.findInMap(tier.valueAsString, 'size'),
        GREETING: greeting.attrValue,
      },
    },
  });

  const api = new CfnGraphQLApi(stack, 'Api', { name: 'front', authenticationType: 'API_KEY' });
  const { attrApiId: apiId } = api;
  new CfnApiKey(stack, 'Key', { apiId });
  const schema = new CfnGraphQLSchema(stack, 'Schema', { apiId, definition: SDL });
  const resolverOn = (source: CfnDataSource, fieldName: string, code?: string): void => {
    const runtime = { name: 'APPSYNC_JS', runtimeVersion: '1.0.0' };
    const coded = code === undefined ? {} : { code, runtime };
    const resolver = new CfnResolver(stack, `Resolver${fieldName}`, {
      apiId,
      typeName: 'Query',
      fieldName,
      dataSourceName: source.attrName,
      ...coded,
    });
    resolver.addResourceDependency(schema);
  };
  const lambdaConfig = { lambdaFunctionArn: settings.attrArn };
  resolverOn(
    new CfnDataSource(stack, 'Lambda', { apiId, name: 'settings', type: 'AWS_LAMBDA', lambdaConfig }),
    'settings',
  );
  const unsupported = (name: string, type: string): CfnDataSource =>
    new CfnDataSource(stack, name, { apiId, name, type });
  resolverOn(unsupported('search', 'AMAZON_OPENSEARCH_SERVICE'), 'search', ASK);
  resolverOn(unsupported('rows', 'RELATIONAL_DATABASE'), 'rows', ASK);
  resolverOn(unsupported('answer', 'AMAZON_BEDROCK_RUNTIME'), 'answer', ASK);
}
