import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lowLevelStacks } from './apps/low-level-stacks.ts';
import { type RunningAssembly, runApplication } from './run-application.ts';

let assembly: RunningAssembly;
beforeAll(async () => {
  assembly = await runApplication(lowLevelStacks);
});
afterAll(() => assembly.stop());

describe('stacks of low-level constructs', () => {
  it('evaluate parameters, mappings, conditions, SSM parameters and references between stacks', async () => {
    const answer = (await assembly.query('{ settings }')) as { data: { settings: string } };
    expect(JSON.parse(answer.data.settings)).toEqual({
      table: expect.stringMatching(/^Data-/),
      tier: 'not-small',
      size: '1',
      greeting: 'Hello',
    });
  });

  it.each([
    ['search', 'AMAZON_OPENSEARCH_SERVICE'],
    ['rows', 'RELATIONAL_DATABASE'],
    ['answer', 'AMAZON_BEDROCK_RUNTIME'],
  ])('refuse a data source that is not run here at its field: %s', async (field, type) => {
    expect(await assembly.query(`{ settings ${field} }`)).toMatchObject({
      data: { settings: expect.any(String), [field]: null },
      errors: [
        {
          path: [field],
          errorType: 'UnsupportedDataSource',
          message: `Data source "${field}" has the type ${type}, which is not supported on this machine.`,
        },
      ],
    });
  });
});
