import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moneyTransfer } from './apps/money-transfer.ts';
import { type RunningAssembly, runApplication } from './run-application.ts';

let assembly: RunningAssembly;
beforeAll(async () => {
  assembly = await runApplication(moneyTransfer);
  await assembly.query(
    'mutation { a: open(id: "a", balance: 10) { id } b: open(id: "b", balance: 0) { id } }',
  );
});
afterAll(() => assembly.stop());

function transfer(amount: number, to = 'b'): Promise<unknown> {
  return assembly.query(
    `mutation { transfer(from: "a", to: "${to}", amount: ${amount}) { keys reasons { type } } }`,
  );
}

const balances = (): Promise<unknown> => assembly.query('{ accounts(ids: ["a", "x", "b"]) { id balance } }');

describe('a transaction', () => {
  it('writes all of its items', async () => {
    expect(await transfer(4)).toEqual({
      data: { transfer: { keys: ['{"id":"a"}', '{"id":"b"}'], reasons: null } },
    });
    expect(await balances()).toEqual({
      data: { accounts: [{ id: 'a', balance: 6 }, null, { id: 'b', balance: 4 }] },
    });
  });

  it('D26 writes none of them when one condition fails, and says which', async () => {
    const before = await balances();
    expect(await transfer(100)).toMatchObject({
      data: { transfer: { keys: null, reasons: [{ type: 'ConditionCheckFailed' }, { type: 'None' }] } },
      errors: [{ errorType: 'DynamoDB:TransactionCanceledException' }],
    });
    expect(await transfer(1, 'nobody')).toMatchObject({
      data: { transfer: { keys: null, reasons: [{ type: 'None' }, { type: 'ConditionCheckFailed' }] } },
    });
    expect(await balances()).toEqual(before);
  });
});
