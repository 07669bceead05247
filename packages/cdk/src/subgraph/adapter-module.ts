import { completeSettings } from '@tributary/http-subgraph';
import type { AdapterConfig, SubgraphShape } from '@tributary/http-subgraph';
import type { HttpSubgraphDefinition } from '@tributary/subgraph/definition';

/**
 * The handler of a GraphQL-over-HTTP subgraph's adapter function, its configuration written out: a schema can be
 * larger than the 4 KB that Lambda has for environment variables.
 * @throws TypeError that says which setting of the definition is wrong
 */
export function adapterModule(definition: HttpSubgraphDefinition, shape: SubgraphShape): string {
  const config: AdapterConfig = { name: definition.name, shape, settings: adapterSettings(definition) };
  return `import { createAdapter } from '@tributary/http-subgraph';
export const handler = createAdapter(${JSON.stringify(config)});
`;
}

function adapterSettings(definition: HttpSubgraphDefinition): AdapterConfig['settings'] {
  const { url, headers, forwardHeaders, timeoutMs, retries, breakerFailures, breakerCooldownMs } = definition;
  return completeSettings({
    url,
    ...(headers === undefined ? {} : { headers }),
    ...(forwardHeaders === undefined ? {} : { forwardHeaders }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(retries === undefined ? {} : { retries }),
    ...(breakerFailures === undefined ? {} : { breakerFailures }),
    ...(breakerCooldownMs === undefined ? {} : { breakerCooldownMs }),
  });
}
