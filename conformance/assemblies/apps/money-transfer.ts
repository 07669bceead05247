/** AWS sample "DynamoDB transactions": two accounts change together or not at all. */
import type { App } from 'aws-cdk-lib';
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { apiOf, attach, tableOf } from './api-parts.ts';

const SDL = `
type Account { id: ID!  balance: Int! }
type Reason { type: String  message: String }
type Transfer { keys: [AWSJSON]  reasons: [Reason] }
type Query { accounts(ids: [ID!]!): [Account] }
type Mutation { open(id: ID!, balance: Int!): Account  transfer(from: ID!, to: ID!, amount: Int!): Transfer }
`;

const OPEN = `
import { put } from '@aws-appsync/utils/dynamodb';
export const request = ({ args: { id, balance } }) => put({ key: { id }, item: { balance } });
export const response = (ctx) => ctx.result;
`;

const TRANSFER = (table: string): string => `
import { util } from '@aws-appsync/utils';
export function request({ args: { from, to, amount } }) {
  const change = (id, delta, condition) => ({
    table: '${table}',
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ id }),
    update: {
      expression: 'SET balance = balance + :delta',
      expressionValues: util.dynamodb.toMapValues({ ':delta': delta }),
    },
    condition,
  });
  return {
    operation: 'TransactWriteItems',
    transactItems: [
      change(from, -amount, {
        expression: 'balance >= :amount',
        expressionValues: util.dynamodb.toMapValues({ ':amount': amount }),
      }),
      change(to, amount, { expression: 'attribute_exists(id)' }),
    ],
  };
}
export function response(ctx) {
  const { keys, cancellationReasons } = ctx.result;
  if (ctx.error) util.appendError(ctx.error.message, ctx.error.type);
  return { keys, reasons: cancellationReasons };
}
`;

const ACCOUNTS = (table: string): string => `
import { util } from '@aws-appsync/utils';
export const request = (ctx) => ({
  operation: 'TransactGetItems',
  transactItems: ctx.args.ids.map((id) => ({ table: '${table}', key: util.dynamodb.toMapValues({ id }) })),
});
export const response = (ctx) => ctx.result.items;
`;

/** Requests name their tables, so the table has a name of its own. */
const TABLE = 'money-accounts';

export function moneyTransfer(app: App): void {
  const stack = new Stack(app, 'MoneyTransfer');
  const api = apiOf(stack, SDL);
  const table = tableOf(stack, 'Accounts', { tableName: TABLE, removalPolicy: RemovalPolicy.DESTROY });
  const source = api.addDynamoDbDataSource('accounts', table);
  attach(source, 'Mutation.open', OPEN);
  attach(source, 'Mutation.transfer', TRANSFER(TABLE));
  attach(source, 'Query.accounts', ACCOUNTS(TABLE));
}
