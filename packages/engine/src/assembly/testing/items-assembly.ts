/** A data stack, an API stack that imports from it, and a stack that has nothing to do with them. */
import { writeAssembly } from './write-assembly.ts';

export const CODE =
  'export function request() { return {}; }\nexport function response(ctx) { return ctx.result; }';

const DATA_STACK = {
  Resources: {
    Items: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 },
        GlobalSecondaryIndexes: [
          {
            IndexName: 'by-id',
            KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
            Projection: { ProjectionType: 'ALL' },
            ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 },
          },
        ],
        TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      },
      Metadata: { 'tributary:seed': 'asset.seed' },
    },
    Global: {
      Type: 'AWS::DynamoDB::GlobalTable',
      Properties: {
        TableName: 'chosen',
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        Replicas: [{ Region: { Ref: 'AWS::Region' } }],
      },
    },
    Role: { Type: 'AWS::IAM::Role', Properties: {} },
    Handler: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Code: { S3Bucket: 'assets', S3Key: 'abc.zip' },
        Handler: 'index.handler',
        Runtime: 'nodejs24.x',
        Timeout: 10,
        Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
        Environment: {
          Variables: { TABLE: { Ref: 'Items' }, ARN: { 'Fn::GetAtt': ['Items', 'Arn'] }, COUNT: 3 },
        },
      },
      Metadata: { 'tributary:subgraph': 'items' },
    },
    Alias: {
      Type: 'AWS::Lambda::Alias',
      Properties: { FunctionName: { Ref: 'Handler' }, Name: 'live' },
    },
    Stream: { Type: 'AWS::Kinesis::Stream', Properties: {} },
  },
  Outputs: {
    TableName: { Value: { Ref: 'Items' }, Export: { Name: 'Data:Table' } },
    Alias: { Value: { Ref: 'Alias' }, Export: { Name: 'Data:Alias' } },
  },
};

const API_STACK = {
  Parameters: {
    BootstrapVersion: {
      Type: 'AWS::SSM::Parameter::Value<String>',
      Default: '/cdk-bootstrap/hnb659fds/version',
    },
  },
  Conditions: { Never: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'nowhere'] } },
  Resources: {
    Api: {
      Type: 'AWS::AppSync::GraphQLApi',
      Properties: {
        Name: 'items',
        AuthenticationType: 'API_KEY',
        AdditionalAuthenticationProviders: [{ AuthenticationType: 'AWS_IAM' }],
        EnvironmentVariables: { TABLE: { 'Fn::ImportValue': 'Data:Table' } },
        IntrospectionConfig: 'DISABLED',
        QueryDepthLimit: 12,
      },
    },
    Schema: {
      Type: 'AWS::AppSync::GraphQLSchema',
      Properties: {
        ApiId: { 'Fn::GetAtt': ['Api', 'ApiId'] },
        DefinitionS3Location: 's3://assets/schema.graphql',
      },
    },
    Key: {
      Type: 'AWS::AppSync::ApiKey',
      Properties: { ApiId: { 'Fn::GetAtt': ['Api', 'ApiId'] }, Expires: 1825027200 },
    },
    TableSource: {
      Type: 'AWS::AppSync::DataSource',
      Properties: {
        ApiId: { 'Fn::GetAtt': ['Api', 'ApiId'] },
        Name: 'table',
        Type: 'AMAZON_DYNAMODB',
        DynamoDBConfig: { TableName: { 'Fn::ImportValue': 'Data:Table' }, AwsRegion: { Ref: 'AWS::Region' } },
      },
    },
    LambdaSource: {
      Type: 'AWS::AppSync::DataSource',
      Properties: {
        ApiId: { 'Fn::GetAtt': ['Api', 'ApiId'] },
        Name: 'lambda',
        Type: 'AWS_LAMBDA',
        LambdaConfig: { LambdaFunctionArn: { 'Fn::ImportValue': 'Data:Alias' } },
      },
    },
    SearchSource: {
      Type: 'AWS::AppSync::DataSource',
      Properties: {
        ApiId: { 'Fn::GetAtt': ['Api', 'ApiId'] },
        Name: 'search',
        Type: 'AMAZON_OPENSEARCH_SERVICE',
      },
    },
    Function: {
      Type: 'AWS::AppSync::FunctionConfiguration',
      Properties: {
        ApiId: { 'Fn::GetAtt': ['Api', 'ApiId'] },
        Name: 'load',
        DataSourceName: { 'Fn::GetAtt': ['LambdaSource', 'Name'] },
        Code: CODE,
        MaxBatchSize: 50,
      },
    },
    Unit: {
      Type: 'AWS::AppSync::Resolver',
      Properties: {
        ApiId: { 'Fn::GetAtt': ['Api', 'ApiId'] },
        TypeName: 'Query',
        FieldName: 'a',
        DataSourceName: { 'Fn::GetAtt': ['TableSource', 'Name'] },
        CodeS3Location: { 'Fn::Sub': 's3://assets-${AWS::AccountId}/code.js' },
      },
    },
    Pipeline: {
      Type: 'AWS::AppSync::Resolver',
      Properties: {
        ApiId: { 'Fn::GetAtt': ['Api', 'ApiId'] },
        TypeName: 'Query',
        FieldName: 'b',
        Kind: 'PIPELINE',
        PipelineConfig: { Functions: [{ 'Fn::GetAtt': ['Function', 'FunctionId'] }] },
        Code: CODE,
      },
    },
    Direct: {
      Type: 'AWS::AppSync::Resolver',
      Properties: {
        ApiId: { 'Fn::GetAtt': ['Api', 'ApiId'] },
        TypeName: 'Query',
        FieldName: 'c',
        DataSourceName: 'lambda',
      },
    },
    Templates: {
      Type: 'AWS::AppSync::Resolver',
      Properties: {
        ApiId: { 'Fn::GetAtt': ['Api', 'ApiId'] },
        TypeName: 'Query',
        FieldName: 'd',
        DataSourceName: 'lambda',
        RequestMappingTemplate: '{}',
      },
    },
    Skipped: { Type: 'AWS::SNS::Topic', Condition: 'Never', Properties: {} },
  },
};

export const SCHEMA = 'type Query { a: String, b: String, c: String, d: String }';

const FILES = {
  'asset.abc/index.mjs': 'export const handler = async (event) => event;',
  'asset.seed/items.json': '[]',
  'asset.schema.graphql': SCHEMA,
  'asset.code.js': CODE,
};

/** @returns the assembly's folder */
export function writeItemsAssembly(): Promise<string> {
  return writeAssembly(
    {
      Data: { template: DATA_STACK, assets: { 'abc.zip': 'asset.abc' } },
      Other: { template: { Resources: { Cluster: { Type: 'AWS::ECS::Cluster', Properties: {} } } } },
      Api: {
        template: API_STACK,
        dependencies: ['Data'],
        assets: { 'schema.graphql': 'asset.schema.graphql', 'code.js': 'asset.code.js' },
      },
    },
    FILES,
  );
}
