/** Documents of identity providers. */

/** Our choice: a provider that is slower than this keeps callers waiting for longer than they wait. */
const FETCH_TIMEOUT_MS = 5_000;

/** @throws Error for an address that can't be reached or does not answer with JSON */
export async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}
