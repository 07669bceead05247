import { completeSettings } from '@tributary/http-subgraph';
import type { HttpSubgraphSettings } from '@tributary/http-subgraph';
import { InputError } from '../input-error.ts';

/**
 * Asks a running subgraph for its schema. Federation subgraph specification, "Query._service".
 * @param place - what messages begin with
 * @throws InputError when it does not answer with SDL
 */
export async function fetchSdl(settings: HttpSubgraphSettings, place: string): Promise<string> {
  const { url, headers, timeoutMs } = completeSettings(settings);
  const fail = (what: string): InputError =>
    new InputError(`${place} at ${url} ${what}.`, 'Start the subgraph first, or give its schema in "sdl".');
  let answer: unknown;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: '{ _service { sdl } }' }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    answer = await response.json();
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw fail(`can't be asked for its schema: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  const sdl = ['data', '_service', 'sdl'].reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
    answer,
  );
  if (typeof sdl === 'string') return sdl;
  throw fail('does not answer "{ _service { sdl } }" with a schema');
}
