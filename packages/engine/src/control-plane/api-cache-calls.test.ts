/** The unmodified SDK on the engine's port. */
import { AppSyncClient, FlushApiCacheCommand, GetApiCacheCommand } from '@aws-sdk/client-appsync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TodoEngine } from '../../test/start-todo-engine.ts';
import { startTodoEngine } from '../../test/start-todo-engine.ts';
import { writeAssembly } from '../assembly/testing/write-assembly.ts';
import { loadAssembly } from '../assembly/index.ts';

const API_ID = { 'Fn::GetAtt': ['Api', 'ApiId'] };
const part = (type: string, more: Readonly<Record<string, unknown>>) => ({
  Type: `AWS::AppSync::${type}`,
  Properties: { ApiId: API_ID, ...more },
});

let running: TodoEngine;
let client: AppSyncClient;
let apiId: string;

beforeAll(async () => {
  const Resources = {
    Api: { Type: 'AWS::AppSync::GraphQLApi', Properties: { Name: 'cached', AuthenticationType: 'API_KEY' } },
    Schema: part('GraphQLSchema', { Definition: 'type Query { id: String }' }),
    Cache: part('ApiCache', { Type: 'SMALL', ApiCachingBehavior: 'FULL_REQUEST_CACHING', Ttl: 60 }),
    None: part('DataSource', { Name: 'none', Type: 'NONE' }),
    Id: part('Resolver', {
      TypeName: 'Query',
      FieldName: 'id',
      DataSourceName: 'none',
      Runtime: { Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' },
      Code:
        "import { util } from '@aws-appsync/utils';\n" +
        'export const request = () => ({ payload: util.autoId() });\nexport const response = (ctx) => ctx.result;',
    }),
  };
  const assemblyDirectory = await writeAssembly({ Cached: { template: { Resources } } });
  const loaded = await loadAssembly({ directory: assemblyDirectory, apiUrl: 'http://127.0.0.1:4000' });
  apiId = loaded.ok ? (loaded.model.apis[0]?.id ?? '') : '';
  running = await startTodoEngine({ assemblyDirectory });
  client = new AppSyncClient({
    region: 'us-east-1',
    endpoint: running.engine.url,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
});
afterAll(async () => {
  client.destroy();
  await running.engine.stop();
});

describe('the cache of an API', () => {
  it('is empty after FlushApiCache', async () => {
    const read = async () => (await running.query('{ id }')).data?.['id'];
    const first = await read();
    expect(await read()).toBe(first);
    await client.send(new FlushApiCacheCommand({ apiId }));
    expect(await read()).not.toBe(first);
  });

  it('is described by GetApiCache', async () => {
    expect((await client.send(new GetApiCacheCommand({ apiId }))).apiCache).toEqual({
      apiCachingBehavior: 'FULL_REQUEST_CACHING',
      ttl: 60,
      status: 'AVAILABLE',
    });
  });

  it('is not found for another API, and not open to pages', async () => {
    await expect(client.send(new FlushApiCacheCommand({ apiId: 'other' }))).rejects.toMatchObject({
      name: 'NotFoundException',
    });
    const page = await fetch(`${running.engine.url}/v1/apis/${apiId}/FlushCache`, {
      method: 'DELETE',
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(page.status).toBe(403);
  });
});
