/** An API whose mutations return what they are given, with every kind of subscription on them. */
import { writeAssembly } from '../../src/assembly/testing/write-assembly.ts';

const SCHEMA = `
type Query { none: String }
type Mutation {
  add(id: ID!, group: String, size: Int, tags: [String], text: String): Thing
  addMany(ids: [ID!]!): [Thing]
  fail(id: ID!): Thing
  end(group: String): String
}
type Subscription {
  onAdd(id: ID, group: String, size: Int): Thing @aws_subscribe(mutations: ["add", "fail"])
  onMany: [Thing] @aws_subscribe(mutations: ["addMany"])
  onFiltered(size: Int): Thing @aws_subscribe(mutations: ["add"])
  onManyFiltered: [Thing] @aws_subscribe(mutations: ["addMany"])
  onTooMany: Thing @aws_subscribe(mutations: ["add"])
  onGroup(group: String!): Thing @aws_subscribe(mutations: ["add"])
}
type Thing { id: ID! group: String size: Int tags: [String] text: String note: String }
`;

const resolver = (request: string, response: string): string => `
import { util, extensions } from '@aws-appsync/utils';
export function request(ctx) { ${request} }
export function response(ctx) { ${response} }
`;
const NOTHING = 'return { payload: null };';
const EACH = 'return { payload: ctx.args };';

const RESOLVERS: Readonly<Record<string, string>> = {
  'Mutation.add': resolver(EACH, 'return ctx.result;'),
  'Mutation.addMany': resolver(
    'return { payload: ctx.args.ids.map((id) => ({ id, size: 9 })) };',
    'return ctx.result;',
  ),
  'Mutation.fail': resolver(EACH, "util.error('no', 'Failed');"),
  'Mutation.end': resolver(
    EACH,
    `extensions.invalidateSubscriptions({ subscriptionField: 'onGroup', payload: { group: ctx.args.group } });
    return 'ended';`,
  ),
  'Thing.note': resolver("console.log('note ran'); return { payload: 'note' };", 'return ctx.result;'),
  'Subscription.onFiltered': resolver(
    NOTHING,
    `extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter({ size: { gt: 5 }, tags: { contains: 'a' } }));
    return null;`,
  ),
  'Subscription.onManyFiltered': resolver(
    NOTHING,
    `extensions.setSubscriptionFilter({ filterGroup: [{ filters: [{ fieldName: 'size', operator: 'gt', value: 5 }] }] });
    return null;`,
  ),
  'Subscription.onTooMany': resolver(
    NOTHING,
    `extensions.setSubscriptionFilter({ filterGroup: [{ filters: [
      { fieldName: 'id', operator: 'in', value: ['1', '2', '3', '4', '5', '6'] }] }] });
    return null;`,
  ),
  'Subscription.onGroup': resolver(
    NOTHING,
    `extensions.setSubscriptionInvalidationFilter({ filterGroup: [{ filters: [
      { fieldName: 'group', operator: 'eq', value: ctx.args.group }] }] });
    return null;`,
  ),
};

const ApiId = { 'Fn::GetAtt': ['Api', 'ApiId'] };

/** @returns the folder */
export function writeDeliveryAssembly(): Promise<string> {
  const resolvers = Object.entries(RESOLVERS).map(([field, Code], index) => {
    const [TypeName, FieldName] = field.split('.');
    const Runtime = { Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' };
    const Properties = { ApiId, TypeName, FieldName, DataSourceName: 'NONE', Runtime, Code };
    return [`Resolver${index}`, { Type: 'AWS::AppSync::Resolver', Properties }];
  });
  const Resources = {
    Api: {
      Type: 'AWS::AppSync::GraphQLApi',
      Properties: { Name: 'things', AuthenticationType: 'API_KEY' },
    },
    Schema: { Type: 'AWS::AppSync::GraphQLSchema', Properties: { ApiId, Definition: SCHEMA } },
    Key: { Type: 'AWS::AppSync::ApiKey', Properties: { ApiId } },
    Nothing: { Type: 'AWS::AppSync::DataSource', Properties: { ApiId, Name: 'NONE', Type: 'NONE' } },
    ...(Object.fromEntries(resolvers) as Record<string, unknown>),
  };
  return writeAssembly({ Things: { template: { Resources } } });
}
