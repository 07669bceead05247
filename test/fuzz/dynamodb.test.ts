import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, startTestDatabase } from '../../packages/engine/src/dynamodb/test-database.ts';
import { CREATE_TABLE, dynamoDbCase, runDynamoDbCase } from './dynamodb-case.ts';
import { createRandom } from './random.ts';

const CASES = Number(process.env['DYNAMODB_FUZZ_CASES'] ?? 1_500);

let test: TestDatabase;
beforeAll(async () => {
  test = await startTestDatabase();
  await test.database.call('CreateTable', CREATE_TABLE);
});
afterAll(() => test.stop());

it('gives DynamoDB-shaped answers to malformed calls', { timeout: 600_000 }, async () => {
  const findings: unknown[] = [];
  for (let number = 0; number < CASES; number += 1) {
    const fuzz = dynamoDbCase(createRandom(1_000_003 + number));
    await runDynamoDbCase(test.url, fuzz).catch((error: unknown) => {
      const input = fuzz.body.slice(0, 400);
      findings.push({ number, target: fuzz.target, problem: String(error), input });
    });
  }
  expect(findings).toEqual([]);
  const { Table } = await test.database.call('DescribeTable', { TableName: CREATE_TABLE.TableName });
  expect(Table).toMatchObject({ TableStatus: 'ACTIVE' });
});
