/** Asks a contender once and reads the GraphQL answer. */
import type { HttpRequest } from './contender.ts';

/** @returns `data` of the answer @throws Error for any other status than 200 and for GraphQL errors */
export async function ask(port: number, { path, headers, body }: HttpRequest): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`status ${response.status}: ${text.slice(0, 500)}`);
  const answer = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (answer.errors !== undefined) throw new Error(`errors: ${JSON.stringify(answer.errors).slice(0, 500)}`);
  return answer.data;
}
