/**
 * The compiled API as AppSync resources: schema, data sources, pipeline functions, resolvers, API key, logs, tracing.
 * L1 constructs, because every property is decided by the compiler; roles are least-privilege by data source.
 */
import { CfnOutput } from 'aws-cdk-lib';
import {
  CfnApiKey,
  CfnFunctionConfiguration,
  CfnGraphQLApi,
  CfnGraphQLSchema,
  CfnResolver,
} from 'aws-cdk-lib/aws-appsync';
import type { CfnResolverProps } from 'aws-cdk-lib/aws-appsync';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { assertNever } from '../assert-never.ts';
import { checkLimits, formatDiagnostic } from '@tributary/compiler';
import type { AppSyncApi, EmittedFunction, EmittedResolver } from '@tributary/compiler';
import { toEnvironmentName } from '../subgraph/environment-name.ts';
import type { Subgraph } from '../subgraph/subgraph.ts';
import { ApiDataSource } from './api-data-source.ts';
import { ApiLogging } from './api-logging.ts';
import { compiledApi } from './compiled-api.ts';
import type { CompiledProps } from './compiled-api.ts';
import { isInlinePossible, placeText, toCodeProperty } from './code-placement.ts';

/** AppSync developer guide, "JavaScript resolvers overview": the one version there is (checked 2026-11-21). */
const APPSYNC_JS = { name: 'APPSYNC_JS', runtimeVersion: '1.0.0' } as const;

export type FieldLogLevel = 'NONE' | 'ERROR' | 'INFO' | 'DEBUG' | 'ALL';

export type FederatedApiProps = CommonApiProps & CompiledProps;

interface CommonApiProps {
  readonly name: string;
  /** The subgraphs that the API's data sources name. */
  readonly subgraphs: readonly Subgraph[];
  /** End of the API key's life, at most 365 days ahead; see `toApiKeyExpiry`. */
  readonly apiKeyExpiresAt: Date;
  /**
   * Which fields are logged.
   * @default 'ERROR'
   */
  readonly fieldLogLevel?: FieldLogLevel;
  /**
   * How long the API's log lines are kept.
   * @default RetentionDays.ONE_MONTH
   */
  readonly logRetention?: RetentionDays;
  /**
   * AWS X-Ray tracing.
   * @default true
   */
  readonly xrayEnabled?: boolean;
  /**
   * Whether clients may read the schema by introspection.
   * @default true
   */
  readonly introspection?: boolean;
  /**
   * Further `ctx.env` variables, beside `<SUBGRAPH>_TABLE` for each table that resolvers use.
   * @default - none
   */
  readonly environment?: Readonly<Record<string, string>>;
}

export class FederatedApi extends Construct {
  readonly resource: CfnGraphQLApi;
  readonly apiKey: CfnApiKey;
  private readonly schema: CfnGraphQLSchema;
  private readonly placement: 'inline' | 's3';
  private readonly dataSources: ReadonlyMap<string, ApiDataSource>;
  private readonly functions: ReadonlyMap<string, CfnFunctionConfiguration>;

  constructor(scope: Construct, id: string, props: FederatedApiProps) {
    super(scope, id);
    const api = compiledApi(props);
    refuseBeyondLimits(api);
    this.placement = isInlinePossible(api) ? 'inline' : 's3';
    this.resource = this.createApi(props, api);
    this.schema = this.createSchema(api.schema);
    this.apiKey = new CfnApiKey(this, 'ApiKey', {
      apiId: this.resource.attrApiId,
      expires: Math.floor(props.apiKeyExpiresAt.getTime() / 1000),
    });
    this.dataSources = this.createDataSources(props, api);
    this.functions = this.createFunctions(api.functions);
    this.createResolvers(api.resolvers);
    new CfnOutput(this, 'GraphQLUrl', { value: this.resource.attrGraphQlUrl });
    new CfnOutput(this, 'RealtimeUrl', { value: this.resource.attrRealtimeUrl });
  }

  private createApi(props: FederatedApiProps, compiled: AppSyncApi): CfnGraphQLApi {
    const logging = new ApiLogging(this, 'Logging');
    const environment = { ...tableEnvironment(props, compiled), ...props.environment };
    const api = new CfnGraphQLApi(this, 'Resource', {
      name: props.name,
      authenticationType: 'API_KEY',
      introspectionConfig: (props.introspection ?? true) ? 'ENABLED' : 'DISABLED',
      xrayEnabled: props.xrayEnabled ?? true,
      ...(Object.keys(environment).length === 0 ? {} : { environmentVariables: environment }),
      logConfig: {
        cloudWatchLogsRoleArn: logging.role.roleArn,
        fieldLogLevel: props.fieldLogLevel ?? 'ERROR',
        excludeVerboseContent: true,
      },
    });
    logging.attachTo(api, props.logRetention ?? RetentionDays.ONE_MONTH);
    return api;
  }

  private createSchema(text: string): CfnGraphQLSchema {
    const place = placeText(this, text, this.placement);
    return new CfnGraphQLSchema(this, 'Schema', {
      apiId: this.resource.attrApiId,
      ...(place.kind === 'inline' ? { definition: place.text } : { definitionS3Location: place.url }),
    });
  }

  private createDataSources(
    { subgraphs }: FederatedApiProps,
    api: AppSyncApi,
  ): ReadonlyMap<string, ApiDataSource> {
    const scope = new Construct(this, 'DataSources');
    return new Map(
      api.dataSources.map((dataSource) => {
        const subgraph =
          dataSource.kind === 'none'
            ? undefined
            : subgraphs.find((each) => each.definition.name === dataSource.subgraph);
        const apiId = this.resource.attrApiId;
        return [
          dataSource.name,
          new ApiDataSource(scope, dataSource.name, { apiId, api, dataSource, subgraph }),
        ];
      }),
    );
  }

  private createFunctions(
    functions: readonly EmittedFunction[],
  ): ReadonlyMap<string, CfnFunctionConfiguration> {
    const scope = new Construct(this, 'Functions');
    return new Map(
      functions.map((each) => [
        each.name,
        new CfnFunctionConfiguration(scope, each.name, {
          apiId: this.resource.attrApiId,
          name: each.name,
          description: each.description,
          dataSourceName: lookUp(this.dataSources, each.dataSource).resource.attrName,
          runtime: APPSYNC_JS,
          ...toCodeProperty(placeText(this, each.code, this.placement)),
          ...(each.maxBatchSize > 0 ? { maxBatchSize: each.maxBatchSize } : {}),
        }),
      ]),
    );
  }

  private createResolvers(resolvers: readonly EmittedResolver[]): void {
    const scope = new Construct(this, 'Resolvers');
    for (const resolver of resolvers) {
      const resource = new CfnResolver(scope, `${resolver.typeName}.${resolver.fieldName}`, {
        apiId: this.resource.attrApiId,
        typeName: resolver.typeName,
        fieldName: resolver.fieldName,
        runtime: APPSYNC_JS,
        ...toCodeProperty(placeText(this, resolver.code, this.placement)),
        ...this.configureResolver(resolver),
      });
      // Nothing ties a resolver to the schema by itself: without this, creation races and fails with "No field named".
      resource.addResourceDependency(this.schema);
    }
  }

  private configureResolver(resolver: EmittedResolver): Partial<CfnResolverProps> {
    switch (resolver.kind) {
      case 'unit':
        return {
          kind: 'UNIT',
          dataSourceName: lookUp(this.dataSources, resolver.dataSource).resource.attrName,
          ...(resolver.maxBatchSize > 0 ? { maxBatchSize: resolver.maxBatchSize } : {}),
        };
      case 'pipeline': {
        const functions = resolver.functions.map((name) => lookUp(this.functions, name).attrFunctionId);
        return { kind: 'PIPELINE', pipelineConfig: { functions } };
      }
      default:
        return assertNever(resolver, 'resolver');
    }
  }
}

/** `<SUBGRAPH>_TABLE` for each table that has a data source: batch operations and transactions name their tables. */
function tableEnvironment(
  { subgraphs }: FederatedApiProps,
  api: AppSyncApi,
): Readonly<Record<string, string>> {
  const direct = new Set(
    api.dataSources.flatMap((each) => (each.kind === 'dynamodb' ? [each.subgraph] : [])),
  );
  return Object.fromEntries(
    subgraphs.flatMap(({ definition, table }) =>
      table === undefined || !direct.has(definition.name)
        ? []
        : [[`${toEnvironmentName(definition.name)}_TABLE`, table.tableName]],
    ),
  );
}

function lookUp<Value>(map: ReadonlyMap<string, Value>, name: string): Value {
  const value = map.get(name);
  if (value === undefined)
    throw new Error(`the compiled API names "${name}" without defining it; please report this`);
  return value;
}

/** Fails at synthesis what AppSync or CloudFormation would refuse at deployment. */
function refuseBeyondLimits(api: AppSyncApi): void {
  const diagnostics = checkLimits(api);
  if (diagnostics.length === 0) return;
  throw new Error(
    `The API is beyond AppSync's limits:\n${diagnostics.map((one) => formatDiagnostic(one)).join('\n')}`,
  );
}
