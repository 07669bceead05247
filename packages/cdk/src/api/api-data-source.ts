/** One data source of the API, with a role that may do what the data source's own code asks for and nothing else. */
import { Stack } from 'aws-cdk-lib';
import { CfnDataSource } from 'aws-cdk-lib/aws-appsync';
import type { CfnDataSourceProps } from 'aws-cdk-lib/aws-appsync';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { assertNever } from '../assert-never.ts';
import type { AppSyncApi, EmittedDataSource } from '@tributary/compiler';
import { grantTable } from '../grants/grant-table.ts';
import { collectResolverTableActions } from '../grants/table-actions.ts';
import type { Subgraph } from '../subgraph/subgraph.ts';

export interface ApiDataSourceProps {
  readonly apiId: string;
  readonly api: AppSyncApi;
  readonly dataSource: EmittedDataSource;
  /** The subgraph that the data source names; undefined for kind `none`. */
  readonly subgraph: Subgraph | undefined;
}

/** Creates the data source and, except for kind `none`, its service role. */
export class ApiDataSource extends Construct {
  readonly resource: CfnDataSource;

  constructor(scope: Construct, id: string, props: ApiDataSourceProps) {
    super(scope, id);
    this.resource = new CfnDataSource(this, 'Resource', {
      apiId: props.apiId,
      name: props.dataSource.name,
      ...this.configure(props),
    });
  }

  private configure(
    props: ApiDataSourceProps,
  ): Pick<CfnDataSourceProps, 'type'> & Partial<CfnDataSourceProps> {
    const { dataSource, subgraph } = props;
    switch (dataSource.kind) {
      case 'none':
        return { type: 'NONE' };
      case 'lambda':
        return this.configureLambda(required(subgraph?.handlerFunction, dataSource, 'Lambda handler'));
      case 'http':
        return this.configureLambda(required(subgraph?.adapterFor(dataSource.shape), dataSource, 'address'));
      case 'entity-reader':
        return this.configureLambda(required(subgraph?.entityReaderFunction, dataSource, 'entity reader'));
      case 'dynamodb':
        return this.configureTable(props);
      default:
        return assertNever(dataSource, 'data source');
    }
  }

  private configureLambda(lambdaFunction: LambdaFunction): Pick<CfnDataSourceProps, 'type' | 'lambdaConfig'> {
    const role = this.createRole();
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [lambdaFunction.functionArn] }),
    );
    const lambdaConfig = { lambdaFunctionArn: lambdaFunction.functionArn };
    return withRole(role, { type: 'AWS_LAMBDA', lambdaConfig });
  }

  private configureTable(props: ApiDataSourceProps): Pick<CfnDataSourceProps, 'type' | 'dynamoDbConfig'> {
    const { api, dataSource, subgraph } = props;
    const table = required(subgraph?.table, dataSource, 'table');
    const role = this.createRole();
    const codes = [...api.functions, ...api.resolvers.filter((resolver) => resolver.kind === 'unit')]
      .filter((user) => user.dataSource === dataSource.name)
      .map((user) => user.code);
    const actions = collectResolverTableActions(codes);
    grantTable(role, { table, hasIndexes: subgraph?.hasIndexes ?? false, actions });
    const dynamoDbConfig = { tableName: table.tableName, awsRegion: Stack.of(this).region };
    return withRole(role, { type: 'AMAZON_DYNAMODB', dynamoDbConfig });
  }

  private createRole(): Role {
    return new Role(this, 'Role', { assumedBy: new ServicePrincipal('appsync.amazonaws.com') });
  }
}

function withRole<Config extends object>(role: Role, config: Config): Config & { serviceRoleArn: string } {
  return { serviceRoleArn: role.roleArn, ...config };
}

function required<Part>(part: Part | undefined, dataSource: EmittedDataSource, what: string): Part {
  if (part !== undefined) return part;
  const owner = dataSource.kind === 'none' ? 'no subgraph' : `subgraph "${dataSource.subgraph}"`;
  throw new Error(
    `Data source "${dataSource.name}" needs the ${what} of ${owner}, which it does not have. ` +
      'Pass the Subgraph construct of that name in "subgraphs", made from the same definition as the compiled API.',
  );
}
