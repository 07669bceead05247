import { describe, expect, it } from 'vitest';
import { collectHandlerTableActions, collectResolverTableActions, ITEM_ACTIONS } from './table-actions.ts';

describe('collectHandlerTableActions', () => {
  it('reads the commands that a bundle imports, under their package names', () => {
    const code = [
      'import { DynamoDBClient } from "@aws-sdk/client-dynamodb";',
      'import { DynamoDBDocumentClient, GetCommand as GetCommand2, paginateQuery } from "@aws-sdk/lib-dynamodb";',
    ].join('\n');
    expect(collectHandlerTableActions(code)).toEqual(['dynamodb:GetItem', 'dynamodb:Query']);
  });

  it('splits a write transaction into the actions of its parts', () => {
    const code = 'import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";';
    expect(collectHandlerTableActions(code)).toEqual([
      'dynamodb:ConditionCheckItem',
      'dynamodb:DeleteItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
    ]);
  });

  it.each([
    ['the aggregated client', 'import { DynamoDB } from "@aws-sdk/client-dynamodb";'],
    ['the aggregated document client', 'import { DynamoDBDocument } from "@aws-sdk/lib-dynamodb";'],
    ['a namespace import', 'import * as sdk from "@aws-sdk/lib-dynamodb";'],
  ])('grants every item action for %s', (_name, code) => {
    expect(collectHandlerTableActions(code)).toEqual(ITEM_ACTIONS);
  });

  it('grants nothing to a handler without the DynamoDB client', () => {
    expect(collectHandlerTableActions('import { GetObjectCommand } from "@aws-sdk/client-s3";')).toEqual([]);
  });
});

describe('collectResolverTableActions', () => {
  it('reads helpers by name and by namespace', () => {
    const named = 'import { get, remove as erase } from "@aws-appsync/utils/dynamodb";';
    const namespace = 'import * as ddb from "@aws-appsync/utils/dynamodb";\nreturn ddb.query({});';
    expect(collectResolverTableActions([named, namespace])).toEqual([
      'dynamodb:DeleteItem',
      'dynamodb:GetItem',
      'dynamodb:Query',
    ]);
  });

  it('reads literal operations, each part of a transaction by itself', () => {
    const code =
      'return { operation: "TransactWriteItems", transactItems: [{ table, operation: "PutItem" }] };';
    expect(collectResolverTableActions([code])).toEqual(['dynamodb:PutItem']);
  });

  it('names the one IAM action behind both batch writes', () => {
    expect(collectResolverTableActions(['({ operation: "BatchDeleteItem" })'])).toEqual([
      'dynamodb:BatchWriteItem',
    ]);
  });
});
