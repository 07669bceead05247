/** `tributary.json` of a project: contracts, and a supergraph composed elsewhere, in CDK applications that run. */
import { Stack } from 'aws-cdk-lib';
import { FederatedApi, Subgraph, toApiKeyExpiry } from '@tributary/cdk';
import { compile } from '@tributary/compiler';
import type { Contract } from '@tributary/compiler';
import { loadProject } from '@tributary/compiler/project';
import type { Project } from '@tributary/compiler/project';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createShop } from '../http-subgraphs/src/shop.ts';
import { startShopServers } from '../http-subgraphs/src/start-shop-servers.ts';
import type { ShopServer } from '../http-subgraphs/src/start-shop-servers.ts';
import { runApplication } from './run-application.ts';
import type { RunningAssembly } from './run-application.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'tributary-project-')));
let running: RunningAssembly | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
  rmSync(root, { recursive: true, force: true });
});

async function project(files: Readonly<Record<string, string>>): Promise<Project> {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  const loaded = await loadProject(root);
  if (!loaded.ok) throw new Error(loaded.error.map(({ code, message }) => `${code} ${message}`).join('\n'));
  return loaded.value;
}

async function run(loaded: Project, contract?: Contract): Promise<RunningAssembly> {
  running = await runApplication((app) => {
    const stack = new Stack(app, 'Shop');
    new FederatedApi(stack, 'Api', {
      name: 'shop',
      project: loaded,
      ...(contract === undefined ? {} : { contract }),
      subgraphs: loaded.subgraphs.map(
        ({ name, directory, definition }) => new Subgraph(stack, name, { definition, directory }),
      ),
      apiKeyExpiresAt: toApiKeyExpiry(new Date('2026-11-21T00:00:00Z')),
    });
  });
  return running;
}

/** As a composer that knows the addresses writes it. */
function supergraphOf(servers: readonly ShopServer[]): string {
  const http = { kind: 'http', maxBatchSize: 10, resolvers: [] } as const;
  const compiled = compile(servers.map(({ name, sdl }) => ({ ...http, name, sdl, file: name })));
  if (!compiled.ok) throw new Error(compiled.error.map(({ message }) => message).join('\n'));
  return servers.reduce(
    (sdl, { name, url }) => sdl.replace(`name: "${name}", url: ""`, `name: "${name}", url: "${url}"`),
    compiled.value.supergraphSdl,
  );
}

const SHOP = {
  'subgraphs/shop/subgraph.ts':
    "export default { kind: 'lambda', name: 'shop', handler: './handler.mjs' };\n",
  'subgraphs/shop/handler.mjs': `const product = { id: 'p1', name: 'Lamp', cost: 7 };
const answer = ({ info, arguments: args }) =>
  info.fieldName === '_entities' ? args.representations.map(() => product) : product;
export const handler = async (event) => (Array.isArray(event) ? event.map((one) => ({ data: answer(one) })) : answer(event));
`,
  'subgraphs/shop/schema.graphql': `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@tag"])

type Query {
  product: Product @tag(name: "public")
}

type Product @key(fields: "id") {
  id: ID! @tag(name: "public")
  name: String! @tag(name: "public")
  cost: Int! @tag(name: "internal")
}
`,
};
const COST = '{ product { name cost } }';
const NAME = '{ product { name } }';

describe('a contract', () => {
  it('of tributary.json is the API that runs', async () => {
    const loaded = await project({
      ...SHOP,
      'tributary.json': JSON.stringify({ contract: { exclude: ['internal'] } }),
    });
    const api = await run(loaded);
    expect(await api.query(NAME)).toEqual({ data: { product: { name: 'Lamp' } } });
    expect(JSON.stringify(await api.query(COST))).toContain("Field 'cost' in type 'Product' is undefined");
  });

  it('of the construct counts in its place, so that one application can have several APIs', async () => {
    const loaded = await project(SHOP);
    const api = await run(loaded, { include: [], exclude: ['internal'] });
    expect(JSON.stringify(await api.query(COST))).toContain("Field 'cost' in type 'Product' is undefined");
    await api.stop();
    const whole = await run(loaded);
    expect(await whole.query(COST)).toEqual({ data: { product: { name: 'Lamp', cost: 7 } } });
  });
});

describe('a supergraph composed elsewhere', () => {
  it('is asked at its addresses, and by Lambda functions where there is a definition', async () => {
    const servers = await startShopServers(createShop());
    try {
      const loaded = await project({
        'tributary.json': '{ "supergraph": "supergraph.graphql" }',
        'supergraph.graphql': supergraphOf(servers),
      });
      expect(loaded.subgraphs.map(({ definition }) => definition.kind)).toEqual(['http', 'http', 'http']);
      const api = await run(loaded);
      expect(await api.query('{ product(id: "p1") { name reviews(min: 5) { author { name } } } }')).toEqual({
        data: { product: { name: 'Lamp', reviews: [{ author: { name: 'Ada' } }] } },
      });
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
    }
  });

  it('is asked through a function where subgraph.ts says so, without a schema of its own', async () => {
    const { 'subgraphs/shop/schema.graphql': _, ...definition } = SHOP;
    const loaded = await project({
      ...definition,
      'tributary.json': '{ "supergraph": "composed/supergraph.graphql" }',
      'composed/supergraph.graphql': `schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION) { query: Query }
directive @join__field(graph: join__Graph, requires: String, provides: String, type: String, external: Boolean, override: String, usedOverridden: Boolean) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
directive @join__graph(name: String!, url: String!) on ENUM_VALUE
directive @join__type(graph: join__Graph!, key: String, extension: Boolean! = false, resolvable: Boolean! = true, isInterfaceObject: Boolean! = false) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
directive @link(url: String, as: String, for: link__Purpose, import: [String]) repeatable on SCHEMA
enum link__Purpose { SECURITY EXECUTION }
enum join__Graph { SHOP @join__graph(name: "shop", url: "http://127.0.0.1:1/graphql") }
type Query @join__type(graph: SHOP) { product: Product }
type Product @join__type(graph: SHOP, key: "id") { id: ID! name: String! cost: Int! }
`,
    });
    const api = await run(loaded);
    expect(await api.query(COST)).toEqual({ data: { product: { name: 'Lamp', cost: 7 } } });
  });
});
