/** One API with all five modes: fields for each, fields for all, a type that most may not read, a group's field. */
import { writeAssembly } from '../../src/assembly/testing/write-assembly.ts';

const ALL = '@aws_api_key @aws_iam @aws_cognito_user_pools @aws_oidc @aws_lambda';

const SCHEMA = `
  type Query {
    byDefault: String
    byKey: String @aws_api_key
    byIam: String @aws_iam
    byPool: String @aws_cognito_user_pools
    byAdmins: String @aws_cognito_user_pools(cognito_groups: ["Admins"])
    byOidc: String @aws_oidc
    byLambda: String @aws_lambda
    deniedByLambda: String @aws_lambda
    identity: AWSJSON ${ALL}
    box: Box ${ALL}
    vault: Vault ${ALL}
  }
  type Mutation {
    ring(id: ID!): Bell ${ALL}
    ringIam(id: ID!): Bell @aws_iam
    ringDenied(id: ID!): Bell ${ALL}
  }
  type Subscription {
    onRing: Bell @aws_subscribe(mutations: ["ring"]) ${ALL}
    onRingIam: Bell @aws_subscribe(mutations: ["ring"]) @aws_iam
    onRingAdmins: Bell @aws_subscribe(mutations: ["ring"]) @aws_cognito_user_pools(cognito_groups: ["Admins"])
    onRingDenied: Bell @aws_subscribe(mutations: ["ring"]) ${ALL}
  }
  type Bell ${ALL} { id: ID! forIam: String @aws_iam }
  type Box ${ALL} { open: String forIam: String @aws_iam forAdmins: String @aws_cognito_user_pools(cognito_groups: ["Admins"]) denied: String }
  type Vault @aws_iam { gold: String forKey: String @aws_api_key }
`;

const AUTHORIZER = `exports.handler = async ({ authorizationToken, requestContext }) => ({
  isAuthorized: authorizationToken === 'let-me-in' || authorizationToken.endsWith(requestContext.operationName),
  resolverContext: { operation: requestContext.operationName },
  deniedFields: ['Query.deniedByLambda', 'Box.denied', 'Mutation.ringDenied', 'Subscription.onRingDenied'],
});`;

const returning = (value: string): string =>
  `export function request(ctx) { return { payload: ${value} }; }\nexport function response(ctx) { return ctx.result; }`;

const VALUES: Readonly<Record<string, string>> = {
  'Query.byDefault': '"default"',
  'Query.byKey': '"key"',
  'Query.byIam': '"iam"',
  'Query.byPool': '"pool"',
  'Query.byAdmins': '"admins"',
  'Query.byOidc': '"oidc"',
  'Query.byLambda': '"lambda"',
  'Query.deniedByLambda': '"denied"',
  'Query.identity': 'ctx.identity',
  'Query.box': '{ open: "open", forIam: "secret", forAdmins: "secret", denied: "secret" }',
  'Query.vault': '{ gold: "gold", forKey: "key" }',
  'Mutation.ring': '{ id: ctx.args.id, forIam: "secret" }',
  'Mutation.ringIam': '{ id: ctx.args.id, forIam: "secret" }',
  'Mutation.ringDenied': '{ id: ctx.args.id, forIam: "secret" }',
};

const resolvers = Object.fromEntries(
  Object.entries(VALUES).map(([field, value]) => {
    const [TypeName = '', FieldName = ''] = field.split('.');
    const Properties = {
      ApiId: { 'Fn::GetAtt': ['Api', 'ApiId'] },
      TypeName,
      FieldName,
      DataSourceName: 'NONE',
      Kind: 'UNIT',
      Runtime: { Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' },
      Code: returning(value),
    };
    return [`${TypeName}${FieldName}`, { Type: 'AWS::AppSync::Resolver', Properties }];
  }),
);

/** @param oidcIssuer - address of a provider @returns the assembly's folder */
export function writeAllModesAssembly(oidcIssuer: string): Promise<string> {
  const ApiId = { 'Fn::GetAtt': ['Api', 'ApiId'] };
  const authorizer = { AuthorizerUri: { 'Fn::GetAtt': ['Authorizer', 'Arn'] } };
  const Resources = {
    Api: {
      Type: 'AWS::AppSync::GraphQLApi',
      Properties: {
        Name: 'modes',
        AuthenticationType: 'API_KEY',
        AdditionalAuthenticationProviders: [
          { AuthenticationType: 'AWS_IAM' },
          {
            AuthenticationType: 'AMAZON_COGNITO_USER_POOLS',
            UserPoolConfig: { UserPoolId: { Ref: 'Users' }, AwsRegion: { Ref: 'AWS::Region' } },
          },
          { AuthenticationType: 'OPENID_CONNECT', OpenIDConnectConfig: { Issuer: oidcIssuer } },
          { AuthenticationType: 'AWS_LAMBDA', LambdaAuthorizerConfig: authorizer },
        ],
      },
    },
    Schema: { Type: 'AWS::AppSync::GraphQLSchema', Properties: { ApiId, Definition: SCHEMA } },
    Nothing: { Type: 'AWS::AppSync::DataSource', Properties: { ApiId, Name: 'NONE', Type: 'NONE' } },
    ...resolvers,
    Authorizer: {
      Type: 'AWS::Lambda::Function',
      Properties: { Handler: 'index.handler', Runtime: 'nodejs24.x', Code: { ZipFile: AUTHORIZER } },
    },
    Users: { Type: 'AWS::Cognito::UserPool', Properties: {} },
    Client: {
      Type: 'AWS::Cognito::UserPoolClient',
      Properties: {
        UserPoolId: { Ref: 'Users' },
        ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      },
    },
    Admins: {
      Type: 'AWS::Cognito::UserPoolGroup',
      Properties: { UserPoolId: { Ref: 'Users' }, GroupName: 'Admins' },
    },
  };
  return writeAssembly({ Modes: { template: { Resources } } });
}
