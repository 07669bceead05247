/** AWS guide "Using HTTP resolvers" with IAM: AppSync signs what it sends to a service, here one behind API Gateway. */
import type { App } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { apiOf, attach } from './api-parts.ts';

const SDL = `
type Order { id: ID!  caller: String }
type Query { order(id: ID!, expand: String): Order  unsigned(id: ID!): Order }
type Mutation { placeOrder(item: String!): Order }
`;

const RESPONSE = `
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const { statusCode, body } = ctx.result;
  if (statusCode !== 200) util.error(body, 'Status' + statusCode);
  return JSON.parse(body);
}`;

const resolverOf = (request: string): string =>
  `import { util } from '@aws-appsync/utils';\nexport const request = (ctx) => (${request});${RESPONSE}`;

const READ = `{
  method: 'GET',
  resourcePath: '/orders/' + util.urlEncode(ctx.args.id),
  params: { query: ctx.args.expand ? { expand: ctx.args.expand } : {} },
}`;

const PLACE = `{
  method: 'POST',
  resourcePath: '/orders',
  params: { headers: { 'Content-Type': 'application/json' }, body: { item: ctx.args.item } },
}`;

/** @param endpoint - where the service listens */
export function signedService(app: App, endpoint: string): void {
  const stack = new Stack(app, 'SignedService');
  const api = apiOf(stack, SDL);
  const signed = api.addHttpDataSource('signed', endpoint, {
    authorizationConfig: { signingRegion: 'eu-west-1', signingServiceName: 'execute-api' },
  });
  signed.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({ actions: ['execute-api:Invoke'], resources: ['*'] }),
  );
  attach(signed, 'Query.order', resolverOf(READ));
  attach(signed, 'Mutation.placeOrder', resolverOf(PLACE));
  attach(api.addHttpDataSource('plain', endpoint), 'Query.unsigned', resolverOf(READ));
}
