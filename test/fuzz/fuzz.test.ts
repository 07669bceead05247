import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API_KEY, type TodoEngine, startTodoEngine } from '../../packages/engine/test/start-todo-engine.ts';
import { engineFaults } from './engine-faults.ts';
import { runFuzz } from './run-fuzz.ts';

describe('malformed input', () => {
  let todo: TodoEngine;
  beforeAll(async () => {
    todo = await startTodoEngine();
  });
  afterAll(() => todo.engine.stop());

  it('gets AppSync-shaped answers, 1,500 cases', { timeout: 120_000 }, async () => {
    const target = { url: todo.engine.url, apiKey: API_KEY, timeoutMs: 20_000 };
    const report = await runFuzz(target, { seed: 1, from: 0, to: 1_500 });
    expect(report.findings).toEqual([]);
    expect(report.counts).toEqual({ body: 375, document: 375, variables: 375, frames: 375 });
    expect(engineFaults(todo.events)).toEqual([]);
    expect((await todo.query('{ __typename }')).data).toEqual({ __typename: 'Query' });
  });
});
