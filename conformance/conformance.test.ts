import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { compile, formatDiagnostic, planOperation } from '@tributary/compiler';
import type { Compilation } from '@tributary/compiler';
import { startEngine } from '@tributary/engine';
import type { RunningEngine } from '@tributary/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activeLabels, asksForSingleFields, dependsOnType, isPlanned } from './src/planned-cases.ts';
import { readSuite, suiteNames } from './src/suite.ts';
import type { SuiteCase } from './src/suite.ts';
import { writeAssembly } from './src/write-assembly.ts';

const API_KEY = 'da2-conformance';

interface Trace {
  readonly requestId: string;
  readonly dataSourceCalls: Readonly<Record<string, number>>;
}

describe.each(suiteNames())('%s', (name) => {
  const suite = readSuite(name);
  const directory = mkdtempSync(join(tmpdir(), 'tributary-conformance-'));
  let engine: RunningEngine;
  let compilation: Compilation;
  /** Of each case: it is sent once, and both tests look at the answer. */
  const answers = new Map<SuiteCase, ReturnType<typeof send>>();
  const answerTo = (one: SuiteCase) => {
    const answer = answers.get(one) ?? send(engine, one);
    answers.set(one, answer);
    return answer;
  };

  beforeAll(async () => {
    const compiled = compile(
      suite.subgraphs.map(({ source }) => source),
      suite.options,
    );
    if (!compiled.ok) throw new Error(compiled.error.map((one) => formatDiagnostic(one)).join('\n\n'));
    compilation = compiled.compilation;
    await writeAssembly(directory, compiled.value, suite);
    const quiet = () => undefined;
    engine = await startEngine({
      assemblyDirectory: directory,
      port: 0,
      host: '127.0.0.1',
      apiKey: API_KEY,
      log: quiet,
    });
  });

  afterAll(async () => {
    await engine.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it.each(suite.cases)('$name', async (one) => {
    const { body, calls } = await answerTo(one);
    const actual = { ...inPathOrder(body), calls };
    if (process.env['UPDATE_SNAPSHOTS'] === '1')
      writeFileSync(one.expectedFile, `${JSON.stringify(actual, null, 2)}\n`);
    const expected: unknown = existsSync(one.expectedFile)
      ? JSON.parse(readFileSync(one.expectedFile, 'utf8'))
      : undefined;
    expect(actual).toEqual(expected);
  });

  it.each(suite.cases.filter(isPlanned))(
    '$name: the plan counts the calls that the engine makes',
    async (one) => {
      const { none: _, ...calls } = (await answerTo(one)).calls;
      const labels = activeLabels(compilation, suite);
      const plan = planOperation(compilation, one.query, { variables: one.variables, labels });
      if (!plan.ok) throw new Error(plan.error.map((fault) => formatDiagnostic(fault)).join('\n'));
      const planned = plan.value.totals.callsByDataSource;
      const isUpperBound = dependsOnType(plan.value.resolvers) || asksForSingleFields(plan.value.resolvers);
      if (!isUpperBound) expect(planned).toEqual(calls);
      for (const [source, count] of Object.entries(calls))
        expect(planned[source]).toBeGreaterThanOrEqual(count);
    },
  );
});

/** AppSync lists errors as they happen, which is not the same in every run. */
function inPathOrder(body: Record<string, unknown>): Record<string, unknown> {
  const { errors } = body;
  if (!Array.isArray(errors)) return body;
  const text = (error: unknown) => JSON.stringify(error);
  return { ...body, errors: [...(errors as unknown[])].sort((a, b) => (text(a) < text(b) ? -1 : 1)) };
}

async function send(engine: RunningEngine, { query, variables }: SuiteCase) {
  const response = await fetch(`${engine.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': API_KEY },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as Record<string, unknown>;
  const requestId = response.headers.get('x-amzn-requestid') ?? '';
  const trace = (await (await fetch(`${engine.url}/_tributary/requests/${requestId}`)).json()) as Trace;
  return { body, calls: trace.dataSourceCalls };
}
