/** Requests over HTTP: damaged bodies, damaged documents, wrong variables. */
import { checkAnswer } from './check-answer.ts';
import { QUERIES } from './documents.ts';
import { demand } from './finding.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { mutateText } from './mutate-text.ts';
import type { Random } from './random.ts';
import { randomJson } from './random-json.ts';

export type HttpKind = 'body' | 'document' | 'variables';

/** A body for one case; as bytes, because damaged text need not be UTF-8. */
export function httpBody(kind: HttpKind, random: Random): Buffer {
  const { query, variables } = random.pick(QUERIES);
  switch (kind) {
    case 'body':
      return damagedBody(JSON.stringify({ query, variables }), random);
    case 'document':
      return Buffer.from(JSON.stringify({ query: mutateText(query, random), variables }));
    case 'variables':
      return Buffer.from(JSON.stringify({ query, variables: randomVariables(variables, random) }));
  }
}

function damagedBody(valid: string, random: Random): Buffer {
  const way = random.below(10);
  if (way === 0) return Buffer.from(Array.from({ length: random.below(200) }, () => random.below(256)));
  if (way === 1) return Buffer.from(JSON.stringify(randomJson(random)));
  if (way === 2) {
    const members = ['query', 'variables', 'operationName', 'extensions'].map((name) => [
      name,
      randomJson(random),
    ]);
    return Buffer.from(JSON.stringify(Object.fromEntries(members)));
  }
  if (way === 3) {
    const bytes = Buffer.from(valid);
    for (let left = 1 + random.below(5); left > 0; left -= 1)
      bytes[random.below(bytes.length)] = random.below(256);
    return bytes;
  }
  return Buffer.from(mutateText(valid, random));
}

function randomVariables(valid: Readonly<Record<string, unknown>>, random: Random): unknown {
  if (random.chance(0.2)) return randomJson(random);
  return Object.fromEntries(
    [...Object.keys(valid), 'id', 'input', 'with'].map((name) => [name, randomJson(random)]),
  );
}

/** @throws Finding when the answer is not one of AppSync's */
export async function runHttpCase(target: FuzzTarget, body: Buffer): Promise<void> {
  const signal = AbortSignal.timeout(target.timeoutMs);
  const sent = fetch(`${target.url}/graphql`, {
    method: 'POST',
    headers: { 'x-api-key': target.apiKey },
    body: new Uint8Array(body),
    signal,
  }).then(async (response) => ({
    status: response.status,
    headers: response.headers,
    text: await response.text(),
  }));
  const answer = await sent.catch((error: unknown) => {
    demand(false, signal.aborted ? 'no answer in time' : `no answer: ${String(error)}`);
  });
  demand(answer !== undefined, 'no answer');
  checkAnswer(answer);
}
