/** One API with all five authorization modes: notes on boards in DynamoDB, a field for each mode alone, subscriptions. */
import { Stack } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';
import { AuthorizationType, Definition, GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import type { IGraphqlApi, ISchema } from 'aws-cdk-lib/aws-appsync';
import { CfnUserPoolGroup, UserPool } from 'aws-cdk-lib/aws-cognito';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { attach, functionOf, tableOf } from '../../conformance/assemblies/apps/api-parts.ts';

const ALL = '@aws_api_key @aws_iam @aws_cognito_user_pools @aws_oidc @aws_lambda';

const SDL = `
type Query {
  note(id: ID!): Note ${ALL}
  forKeys: String @aws_api_key
  forIam: String @aws_iam
  forUsers: String @aws_cognito_user_pools
  forEditors: String @aws_cognito_user_pools(cognito_groups: ["Editors"])
  forOidc: String @aws_oidc
  forLambda: String @aws_lambda
  refusedByLambda: String @aws_lambda
}
type Mutation {
  addNote(id: ID!, board: ID!, text: String!): Note ${ALL}
}
type Subscription {
  onNote(board: ID!): Note @aws_subscribe(mutations: ["addNote"]) ${ALL}
  onNoteForIam(board: ID!): Note @aws_subscribe(mutations: ["addNote"]) @aws_iam
  onNoteForUsers(board: ID!): Note @aws_subscribe(mutations: ["addNote"]) @aws_cognito_user_pools
}
type Note ${ALL} { id: ID!  board: ID!  text: String! }
`;

/** The only token that the Lambda authorizer admits. */
export const LAMBDA_TOKEN = 'let-me-in';

const AUTHORIZER = `exports.handler = async ({ authorizationToken }) => ({
  isAuthorized: authorizationToken === '${LAMBDA_TOKEN}',
  deniedFields: ['Query.refusedByLambda'],
});`;

const OPEN = `
export const request = () => ({ payload: 'open' });
export const response = (ctx) => ctx.result;
`;

const PUT = `
import { util } from '@aws-appsync/utils';
import { put } from '@aws-appsync/utils/dynamodb';
export const request = (ctx) => put({ key: { id: ctx.args.id }, item: { board: ctx.args.board, text: ctx.args.text } });
export const response = (ctx) => ctx.error ? util.error(ctx.error.message, ctx.error.type) : ctx.result;
`;

const GET = `
import { util } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
export const request = (ctx) => get({ key: { id: ctx.args.id } });
export const response = (ctx) => ctx.error ? util.error(ctx.error.message, ctx.error.type) : ctx.result;
`;

const FIELDS = [
  'forKeys',
  'forIam',
  'forUsers',
  'forEditors',
  'forOidc',
  'forLambda',
  'refusedByLambda',
] as const;

/** @param oidcIssuer - address of an OpenID Connect provider */
export function notesApplication(app: App, oidcIssuer: string): void {
  const stack = new Stack(app, 'Notes');
  const users = new UserPool(stack, 'Users', {
    selfSignUpEnabled: true,
    signInAliases: { email: true },
    autoVerify: { email: true },
  });
  users.addClient('Web', { authFlows: { userSrp: true } });
  new CfnUserPoolGroup(stack, 'Editors', { userPoolId: users.userPoolId, groupName: 'Editors' });
  // As the interfaces, which under exactOptionalPropertyTypes the classes do not quite fit.
  const userPool = users as IUserPool;
  const handler = functionOf(stack, 'Authorizer', { code: AUTHORIZER }) as IFunction;
  const bind: ISchema['bind'] = (api) => ({ apiId: (api as IGraphqlApi).apiId, definition: SDL });
  const api = new GraphqlApi(stack, 'Api', {
    name: 'notes',
    definition: Definition.fromSchema({ bind }),
    authorizationConfig: {
      defaultAuthorization: { authorizationType: AuthorizationType.API_KEY },
      additionalAuthorizationModes: [
        { authorizationType: AuthorizationType.IAM },
        { authorizationType: AuthorizationType.USER_POOL, userPoolConfig: { userPool } },
        { authorizationType: AuthorizationType.OIDC, openIdConnectConfig: { oidcProvider: oidcIssuer } },
        { authorizationType: AuthorizationType.LAMBDA, lambdaAuthorizerConfig: { handler } },
      ],
    },
  });
  const notes = api.addDynamoDbDataSource('notes', tableOf(stack, 'NotesTable'));
  attach(notes, 'Mutation.addNote', PUT);
  attach(notes, 'Query.note', GET);
  const nothing = api.addNoneDataSource('nothing');
  for (const field of FIELDS) attach(nothing, `Query.${field}`, OPEN);
}
