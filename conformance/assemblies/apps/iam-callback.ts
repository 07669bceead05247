/** AWS sample "Publish from a back end": a Lambda function calls a mutation of the API, signed with its own role. */
import type { App } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import { AuthorizationType, GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import type { ISchema, IGraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { Effect, Policy, PolicyStatement, User } from 'aws-cdk-lib/aws-iam';
import { attach, functionOf } from './api-parts.ts';

const SDL = `
type Query { work(document: String!): AWSJSON  me: AWSJSON @aws_iam @aws_api_key }
type Mutation {
  publish(text: String!): Message @aws_iam
  erase(id: ID!): Message @aws_iam
}
type Subscription { onPublish: Message @aws_subscribe(mutations: ["publish"]) }
type Message @aws_iam @aws_api_key { id: ID!  text: String  internal: String }
`;

/** Calls back with what it is asked to, over plain HTTP and a signature: no SDK of AppSync knows GraphQL. */
const CALL_BACK = `
const { createHash, createHmac } = require('node:crypto');
const { SignatureV4 } = require('@smithy/signature-v4');
class Sha256 {
  constructor(secret) { this.hash = secret ? createHmac('sha256', secret) : createHash('sha256'); }
  update(data) { this.hash.update(data); }
  async digest() { return new Uint8Array(this.hash.digest()); }
}
exports.handler = async ({ document }) => {
  const url = new URL(process.env.GRAPHQL_URL);
  const body = JSON.stringify({ query: document });
  const signer = new SignatureV4({
    service: 'appsync',
    region: process.env.AWS_REGION,
    credentials: {
      accessKeyId: process.env.AWS_ACCESS_KEY_ID,
      secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY,
      sessionToken: process.env.AWS_SESSION_TOKEN,
    },
    sha256: Sha256,
  });
  const { headers } = await signer.sign({
    protocol: url.protocol, hostname: url.hostname, method: 'POST', path: url.pathname,
    headers: { host: url.host, 'content-type': 'application/json' }, body,
  });
  const response = await fetch(url, { method: 'POST', headers, body });
  return { status: response.status, body: await response.json() };
};
`;

const INVOKE = `
export const request = (ctx) => ({ operation: 'Invoke', payload: ctx.args });
export const response = (ctx) => ctx.result;
`;

const returning = (value: string): string =>
  `export const request = (ctx) => ({ payload: ${value} });\nexport const response = (ctx) => ctx.result;`;

export function iamCallback(app: App): void {
  const stack = new Stack(app, 'IamCallback');
  // The CDK hands over the API itself, typed as less than that.
  const bind: ISchema['bind'] = (api) => ({ apiId: (api as IGraphqlApi).apiId, definition: SDL });
  const api = new GraphqlApi(stack, 'Api', {
    name: 'sample',
    definition: { schema: { bind } },
    authorizationConfig: {
      defaultAuthorization: { authorizationType: AuthorizationType.API_KEY },
      additionalAuthorizationModes: [{ authorizationType: AuthorizationType.IAM }],
    },
  });
  const environment = { GRAPHQL_URL: api.graphqlUrl };
  const worker = functionOf(stack, 'Worker', { code: CALL_BACK, environment });
  api.grantMutation(worker, 'publish');
  worker.addToRolePolicy(
    new PolicyStatement({
      effect: Effect.DENY,
      actions: ['appsync:GraphQL'],
      resources: [`${api.arn}/types/Message/fields/internal`],
    }),
  );
  attach(api.addLambdaDataSource('worker', worker), 'Query.work', INVOKE);
  const none = api.addNoneDataSource('none');
  const message = '{ id: "1", text: ctx.args.text, internal: "secret" }';
  attach(none, 'Mutation.publish', returning(message));
  attach(none, 'Mutation.erase', returning(message));
  attach(none, 'Query.me', returning('ctx.identity'));

  const reader = new User(stack, 'Reader', { userName: 'reader' });
  new Policy(stack, 'Reading', {
    users: [reader],
    statements: [new PolicyStatement({ actions: ['appsync:*'], resources: [`${api.arn}/types/Query/*`] })],
  });
}
