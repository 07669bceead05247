/** AWS sample "HTTP resolvers": a REST service behind GraphQL, with statuses turned into GraphQL errors. */
import type { App } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import { apiOf, attach } from './api-parts.ts';

const SDL = `
type User { id: ID!  name: String! }
type Query { user(id: ID!): User  users(city: String): [User!]  slow: User  banned: User }
type Mutation { addUser(name: String!): User }
`;

const RESPONSE = `
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  const { statusCode, body } = ctx.result;
  if (statusCode === 200) return JSON.parse(body);
  util.error(body, \`Status\${statusCode}\`);
}
`;

const resolverOf = (request: string): string => `
import { util } from '@aws-appsync/utils';
export function request(ctx) { return ${request}; }
${RESPONSE}`;

/** @param endpoint - of the REST service */
export function httpUsers(app: App, endpoint: string): void {
  const api = apiOf(new Stack(app, 'HttpUsers'), SDL);
  const users = api.addHttpDataSource('users', endpoint);
  attach(users, 'Query.user', resolverOf("{ method: 'GET', resourcePath: `/users/${ctx.args.id}` }"));
  attach(
    users,
    'Query.users',
    resolverOf("{ method: 'GET', resourcePath: '/users', params: { query: { city: ctx.args.city } } }"),
  );
  attach(
    users,
    'Mutation.addUser',
    resolverOf(
      "{ method: 'POST', resourcePath: '/users', params: " +
        "{ headers: { 'Content-Type': 'application/json', 'x-api-key': ctx.request.headers['x-api-key'] }, body: ctx.args } }",
    ),
  );
  attach(
    users,
    'Query.banned',
    resolverOf("{ method: 'GET', resourcePath: '/', params: { headers: { 'User-Agent': 'me' } } }"),
  );
  const signed = api.addHttpDataSource('signed', 'https://states.us-east-1.amazonaws.com', {
    authorizationConfig: { signingRegion: 'us-east-1', signingServiceName: 'states' },
  });
  attach(signed, 'Query.slow', resolverOf("{ method: 'POST', resourcePath: '/' }"));
}
