/**
 * Which DynamoDB actions a piece of code can call, read from the code itself, so that its role grants those and no
 * more. Code that hides its calls (a namespace import of the SDK, the aggregated client) gets every item action.
 */
import { collectImportedNames } from './import-names.ts';

/** Actions on items. Service Authorization Reference, "Actions, resources, and condition keys for Amazon DynamoDB". */
export const ITEM_ACTIONS: readonly string[] = [
  'dynamodb:BatchGetItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:ConditionCheckItem',
  'dynamodb:DeleteItem',
  'dynamodb:GetItem',
  'dynamodb:PutItem',
  'dynamodb:Query',
  'dynamodb:Scan',
  'dynamodb:UpdateItem',
];

/** A transaction is allowed by the actions of its parts (DynamoDB developer guide, "Using IAM with transactions"). */
const TRANSACT_WRITE_ACTIONS = ['ConditionCheckItem', 'DeleteItem', 'PutItem', 'UpdateItem'];

/** Stems of the AWS SDK's command names: `GetCommand` and `GetItemCommand`, `TransactWriteCommand`, ... */
const ACTIONS_OF_SDK_STEM: Readonly<Record<string, readonly string[]>> = {
  BatchGet: ['BatchGetItem'],
  BatchWrite: ['BatchWriteItem'],
  Delete: ['DeleteItem'],
  Get: ['GetItem'],
  Put: ['PutItem'],
  Query: ['Query'],
  Scan: ['Scan'],
  TransactGet: ['GetItem'],
  TransactWrite: TRANSACT_WRITE_ACTIONS,
  Update: ['UpdateItem'],
};

/** Exports of `@aws-appsync/utils/dynamodb`. */
const ACTIONS_OF_RESOLVER_HELPER: Readonly<Record<string, readonly string[]>> = {
  batchDelete: ['BatchWriteItem'],
  batchGet: ['BatchGetItem'],
  batchPut: ['BatchWriteItem'],
  get: ['GetItem'],
  put: ['PutItem'],
  query: ['Query'],
  remove: ['DeleteItem'],
  scan: ['Scan'],
  sync: ['Query', 'Scan'],
  transactGet: ['GetItem'],
  transactWrite: TRANSACT_WRITE_ACTIONS,
  update: ['UpdateItem'],
};

/** `operation` of a resolver's request. AppSync developer guide, "JavaScript resolver function reference for DynamoDB". */
const ACTIONS_OF_RESOLVER_OPERATION: Readonly<Record<string, readonly string[]>> = {
  BatchDeleteItem: ['BatchWriteItem'],
  BatchGetItem: ['BatchGetItem'],
  BatchPutItem: ['BatchWriteItem'],
  ConditionCheck: ['ConditionCheckItem'],
  DeleteItem: ['DeleteItem'],
  GetItem: ['GetItem'],
  PutItem: ['PutItem'],
  Query: ['Query'],
  Scan: ['Scan'],
  Sync: ['Query', 'Scan'],
  TransactGetItems: ['GetItem'],
  UpdateItem: ['UpdateItem'],
};

/**
 * Actions that a bundled Lambda handler can call through the AWS SDK for JavaScript, version 3.
 * @returns sorted action names with their `dynamodb:` prefix; empty for a handler without the DynamoDB client
 */
export function collectHandlerTableActions(code: string): readonly string[] {
  const imported = collectImportedNames(code, '@aws-sdk/(?:client|lib)-dynamodb');
  const isHidden =
    imported.namespaces.length > 0 || imported.names.some((name) => /^DynamoDB(Document)?$/.test(name));
  if (isHidden) return ITEM_ACTIONS;
  return toActions(imported.names.map(toSdkStem), ACTIONS_OF_SDK_STEM);
}

/**
 * Actions that APPSYNC_JS code can ask of its DynamoDB data source: by helper, or by the literal `operation`.
 * @returns sorted action names with their `dynamodb:` prefix
 */
export function collectResolverTableActions(codes: readonly string[]): readonly string[] {
  const actions = codes.flatMap((code) => {
    const imported = collectImportedNames(code, '@aws-appsync/utils/dynamodb');
    const members = imported.namespaces.flatMap((name) => collectMembers(code, name));
    const literals = [...code.matchAll(/["'`](\w+)["'`]/g)].flatMap((match) => match[1] ?? []);
    return [
      ...toActions([...imported.names, ...members], ACTIONS_OF_RESOLVER_HELPER),
      ...toActions(literals, ACTIONS_OF_RESOLVER_OPERATION),
    ];
  });
  return [...new Set(actions)].sort();
}

function toActions(
  names: readonly string[],
  table: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const actions = names.flatMap((name) => (Object.hasOwn(table, name) ? (table[name] ?? []) : []));
  return [...new Set(actions)].sort().map((action) => `dynamodb:${action}`);
}

/** `GetItemCommand`, `GetCommand` -> `Get`; `paginateQuery` -> `Query`; other names come back unchanged. */
function toSdkStem(name: string): string {
  return /^paginate(\w+)$/.exec(name)?.[1] ?? /^(\w+?)(?:Items?)?Command$/.exec(name)?.[1] ?? name;
}

function collectMembers(code: string, namespace: string): readonly string[] {
  return [...code.matchAll(new RegExp(`\\b${namespace}\\.(\\w+)`, 'g'))].flatMap((match) => match[1] ?? []);
}
