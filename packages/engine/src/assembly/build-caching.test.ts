import { describe, expect, it } from 'vitest';
import { loadAssembly } from './load-assembly.ts';
import { writeAssembly } from './testing/write-assembly.ts';

const CODE = 'export function request() { return {}; }\nexport function response(ctx) { return ctx.result; }';
const API_ID = { 'Fn::GetAtt': ['Api', 'ApiId'] };

async function load(properties: {
  readonly cache: Readonly<Record<string, unknown>>;
  readonly caching: Readonly<Record<string, unknown>>;
}) {
  const part = (type: string, more: Readonly<Record<string, unknown>>) => ({
    Type: `AWS::AppSync::${type}`,
    Properties: { ApiId: API_ID, ...more },
  });
  const Resources = {
    Api: { Type: 'AWS::AppSync::GraphQLApi', Properties: { Name: 'cached', AuthenticationType: 'API_KEY' } },
    Schema: part('GraphQLSchema', { Definition: 'type Query { a(id: ID): String }' }),
    Cache: part('ApiCache', { Type: 'SMALL', ...properties.cache }),
    None: part('DataSource', { Name: 'none', Type: 'NONE' }),
    A: part('Resolver', {
      TypeName: 'Query',
      FieldName: 'a',
      DataSourceName: 'none',
      Code: CODE,
      CachingConfig: properties.caching,
    }),
  };
  const directory = await writeAssembly({ Data: { template: { Resources } } });
  return loadAssembly({ directory, apiUrl: 'http://127.0.0.1:4000' });
}

const CACHE = { ApiCachingBehavior: 'PER_RESOLVER_CACHING', Ttl: 60 };
const CACHING = { Ttl: '30', CachingKeys: ['$context.arguments.id'] };

describe('AWS::AppSync::ApiCache and CachingConfig', () => {
  it('are read into the model', async () => {
    const result = await load({ cache: CACHE, caching: CACHING });
    expect(result.ok && result.model.apis[0]).toMatchObject({
      cache: { behavior: 'PER_RESOLVER_CACHING', ttlSeconds: 60 },
      resolvers: [{ caching: { ttlSeconds: 30, keys: ['$context.arguments.id'] } }],
    });
    expect(result.ok && result.model.unknownResources).toEqual([]);
  });

  it.each([
    ...['SMALL', 'MEDIUM', 'LARGE', 'XLARGE', 'LARGE_2X', 'LARGE_4X', 'LARGE_8X', 'LARGE_12X'],
    ...['T2_SMALL', 'T2_MEDIUM', 'R4_LARGE', 'R4_XLARGE', 'R4_2XLARGE', 'R4_4XLARGE', 'R4_8XLARGE'],
  ])('may have the size %s, encryption and metrics', async (Type) => {
    const settings = {
      AtRestEncryptionEnabled: true,
      TransitEncryptionEnabled: true,
      HealthMetricsConfig: 'ENABLED',
    };
    const result = await load({ cache: { ...CACHE, Type, ...settings }, caching: CACHING });
    expect(result.ok && result.model.apis[0]?.cache).toEqual({
      behavior: 'PER_RESOLVER_CACHING',
      ttlSeconds: 60,
    });
  });

  it.each([
    [{ cache: { ...CACHE, Ttl: 3601 }, caching: CACHING }, /Ttl of an ApiCache .* from 1 to 3600/],
    [{ cache: { ...CACHE, Ttl: 3600 }, caching: { ...CACHING, Ttl: 3600 } }, undefined],
    [{ cache: CACHE, caching: { ...CACHING, Ttl: 3601 } }, /Ttl of the CachingConfig of Query\.a/],
    [{ cache: CACHE, caching: { Ttl: 1, CachingKeys: Array(25).fill('$context.source') } }, undefined],
    [{ cache: { ...CACHE, Ttl: 0 }, caching: CACHING }, /Ttl of an ApiCache .* from 1 to 3600/],
    [{ cache: CACHE, caching: {} }, undefined],
    [{ cache: CACHE, caching: { CachingKeys: [] } }, /Ttl of the CachingConfig of Query\.a/],
    [{ cache: { ...CACHE, ApiCachingBehavior: 'ALL' }, caching: CACHING }, /Received: "ALL"/],
    [{ cache: CACHE, caching: { Ttl: 1, CachingKeys: Array(26).fill('$context.source') } }, /at most 25/],
  ])('are checked: %j', async (properties, message) => {
    const result = await load(properties);
    expect(result.ok).toBe(message === undefined);
    if (!result.ok && message !== undefined) expect(result.errors.join()).toMatch(message);
  });
});
