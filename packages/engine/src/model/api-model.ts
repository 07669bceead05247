/** AWS::AppSync::GraphQLApi with everything that belongs to it. */
import type { ApiKeyModel, AuthenticationProviderModel, AuthenticationType } from './authentication-model.ts';
import type { DataSourceModel } from './data-source-model.ts';
import type { PipelineFunctionModel, ResolverModel } from './resolver-model.ts';

export interface ApiModel {
  /** 26 lower-case characters on AWS; here derived from the logical id. */
  readonly id: string;
  readonly name: string;
  /** SDL in AppSync's dialect, `@aws_*` directives included. */
  readonly schema: string;
  readonly defaultAuthentication: AuthenticationType;
  readonly additionalAuthentication: readonly AuthenticationType[];
  /** Settings of the modes above that have some, the default mode's first; none when absent. */
  readonly authenticationProviders?: readonly AuthenticationProviderModel[];
  readonly apiKeys: readonly ApiKeyModel[];
  /** `ctx.env` */
  readonly environment: Readonly<Record<string, string>>;
  readonly isIntrospectionEnabled: boolean;
  /** 0: off. Otherwise 1..75. */
  readonly queryDepthLimit: number;
  /** Resolvers for one request; 10,000 where the template sets none or 0. */
  readonly resolverCountLimit: number;
  readonly dataSources: readonly DataSourceModel[];
  readonly functions: readonly PipelineFunctionModel[];
  readonly resolvers: readonly ResolverModel[];
  /** AWS::AppSync::ApiCache; absent: nothing is cached. */
  readonly cache?: ApiCacheModel;
}

export type ApiCachingBehavior = 'FULL_REQUEST_CACHING' | 'PER_RESOLVER_CACHING' | 'OPERATION_LEVEL_CACHING';

export interface ApiCacheModel {
  readonly behavior: ApiCachingBehavior;
  /** 1..3600 */
  readonly ttlSeconds: number;
}
