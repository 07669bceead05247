import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nestedPipelines } from './apps/nested-pipelines.ts';
import { type RunningAssembly, runApplication } from './run-application.ts';

let assembly: RunningAssembly;
beforeAll(async () => {
  assembly = await runApplication(nestedPipelines);
});
afterAll(() => assembly.stop());

describe('pipelines in a nested stack', () => {
  it('run their functions in order, with the stash between them', async () => {
    expect(await assembly.query('mutation { open(id: "a-1", owner: "Ann") { id owner balance } }')).toEqual({
      data: { open: { id: 'a-1', owner: 'Ann', balance: 0 } },
    });
    expect(await assembly.query('{ account(id: "a-1") { owner } }')).toEqual({
      data: { account: { owner: 'Ann' } },
    });
  });

  it('stop at the first error', async () => {
    expect(await assembly.query('mutation { open(id: "a-2", owner: "") { id } }')).toMatchObject({
      data: { open: null },
      errors: [{ path: ['open'], errorType: 'Invalid', message: 'An account needs an owner.' }],
    });
    expect(await assembly.query('{ account(id: "a-2") { id } }')).toEqual({ data: { account: null } });
  });

  it('can end a function early', async () => {
    expect(await assembly.query('{ a: greeting(name: "Ann") b: greeting(name: "nobody") }')).toEqual({
      data: { a: 'Hello, Ann!', b: 'Nobody is here.' },
    });
  });
});
