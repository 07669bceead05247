/** AWS guides "Authorization use cases" and "Multiple authorization modes": notes of owners, groups, partners and machines. */
import type { App } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import { AuthorizationType, GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import type { DynamoDbDataSource, IGraphqlApi, ISchema } from 'aws-cdk-lib/aws-appsync';
import { CfnUserPoolGroup, UserPool } from 'aws-cdk-lib/aws-cognito';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { SCAN, attach, functionOf, tableOf } from './api-parts.ts';
import * as code from './owned-notes-code.ts';

const SDL = `
type Note @aws_cognito_user_pools @aws_api_key @aws_iam @aws_lambda {
  id: ID!
  owner: String!
  title: String!
  isPublic: Boolean!
  outline: [[String!]!]
  body: String @aws_cognito_user_pools @aws_iam
  audit: String @aws_iam @aws_cognito_user_pools(cognito_groups: ["Admins"])
  comments: [Comment!]
}
type Comment @aws_cognito_user_pools @aws_api_key @aws_iam @aws_lambda {
  id: ID!
  noteId: ID!
  author: String!
  text: String!
  note: Note
}
input NoteInput { title: String!  body: String  outline: [[String!]!] }
type Query {
  note(id: ID!): Note
  myNotes: [Note!]!
  publicNotes: [Note!]! @aws_api_key @aws_cognito_user_pools @aws_lambda
  allNotes: [Note!] @aws_iam @aws_cognito_user_pools(cognito_groups: ["Admins"])
  partner: String @aws_lambda
}
type Mutation {
  createNote(id: ID!, input: NoteInput!): Note
  updateNote(id: ID!, input: NoteInput!): Note
  deleteNote(id: ID!): Note
  publishNote(id: ID!): Note @aws_iam @aws_cognito_user_pools(cognito_groups: ["Admins", "Editors"])
  addComment(noteId: ID!, text: String!): Comment
}
type Subscription {
  onNote(owner: String): Note @aws_subscribe(mutations: ["createNote", "updateNote", "deleteNote"])
  onPublish: Note @aws_subscribe(mutations: ["publishNote"]) @aws_api_key @aws_cognito_user_pools @aws_iam
}
`;

/** Tokens "partner-NAME"; what partners may not see is closed to them whatever the directives say. */
const AUTHORIZER = `
exports.handler = async ({ authorizationToken }) => ({
  isAuthorized: authorizationToken.startsWith('partner-'),
  resolverContext: { partner: authorizationToken.slice('partner-'.length) },
  deniedFields: ['Comment.author'],
});
`;

export function ownedNotes(app: App): void {
  const stack = new Stack(app, 'OwnedNotes');
  const api = apiWithModes(stack);
  const notes = api.addDynamoDbDataSource('notes', tableOf(stack, 'Notes'));
  attach(notes, 'Query.note', code.READ_NOTE);
  attach(notes, 'Query.myNotes', code.MY_NOTES);
  attach(notes, 'Query.publicNotes', code.PUBLIC_NOTES);
  attach(notes, 'Query.allNotes', SCAN);
  attach(notes, 'Mutation.createNote', code.CREATE_NOTE);
  attach(notes, 'Mutation.updateNote', code.UPDATE_NOTE);
  attach(notes, 'Mutation.deleteNote', code.DELETE_NOTE);
  attach(notes, 'Mutation.publishNote', code.PUBLISH_NOTE);
  attach(notes, 'Comment.note', code.NOTE_OF_COMMENT);
  const comments = commentsOf(stack, api);
  attach(comments, 'Note.comments', code.COMMENTS);
  attach(comments, 'Mutation.addComment', code.ADD_COMMENT);
  const none = api.addNoneDataSource('none');
  attach(none, 'Query.partner', code.PARTNER);
  attach(none, 'Subscription.onNote', code.OWN_NOTES_ONLY);
}

function apiWithModes(stack: Stack): GraphqlApi {
  const pool = new UserPool(stack, 'Users');
  pool.addClient('App', { authFlows: { userPassword: true, userSrp: true } });
  for (const groupName of ['Admins', 'Editors']) {
    new CfnUserPoolGroup(stack, groupName, { userPoolId: pool.userPoolId, groupName });
  }
  const handler = functionOf(stack, 'Authorizer', { code: AUTHORIZER });
  // The CDK hands over the API itself, typed as less than that.
  const bind: ISchema['bind'] = (api) => ({ apiId: (api as IGraphqlApi).apiId, definition: SDL });
  return new GraphqlApi(stack, 'Api', {
    name: 'owned-notes',
    definition: { schema: { bind } },
    authorizationConfig: {
      defaultAuthorization: {
        authorizationType: AuthorizationType.USER_POOL,
        userPoolConfig: { userPool: pool },
      },
      additionalAuthorizationModes: [
        { authorizationType: AuthorizationType.API_KEY },
        { authorizationType: AuthorizationType.IAM },
        { authorizationType: AuthorizationType.LAMBDA, lambdaAuthorizerConfig: { handler } },
      ],
    },
  });
}

function commentsOf(stack: Construct, api: GraphqlApi): DynamoDbDataSource {
  const table = new Table(stack, 'Comments', { partitionKey: { name: 'id', type: AttributeType.STRING } });
  table.addGlobalSecondaryIndex({
    indexName: 'byNote',
    partitionKey: { name: 'noteId', type: AttributeType.STRING },
    sortKey: { name: 'id', type: AttributeType.STRING },
  });
  return api.addDynamoDbDataSource('comments', table as ITable);
}
