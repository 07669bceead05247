import type { SingleDataSource } from './data-source.ts';

/**
 * A data source that gets its requests as the service would: through JSON. A handler's own values stay in its realm,
 * whose arrays lack the methods that AppSync's JavaScript does not have.
 */
export function withJsonRequests(source: SingleDataSource): SingleDataSource {
  return { ...source, invoke: (request, call) => source.invoke(throughJson(request), call) };
}

function throughJson(value: unknown): unknown {
  const json = JSON.stringify(value) as string | undefined;
  return json === undefined ? undefined : (JSON.parse(json) as unknown);
}
