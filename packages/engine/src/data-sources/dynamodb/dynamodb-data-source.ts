import type { DynamoDb } from '../../dynamodb/contract.ts';
import { isRecord } from '../../model/is-record.ts';
import {
  type DataSourceAnswer,
  type DataSourceCall,
  type SingleDataSource,
  failed,
  refused,
} from '../data-source.ts';
import { AttributeFault } from './attribute-values.ts';
import { batchGetItem } from './batch-get-item.ts';
import { batchDeleteItem, batchPutItem } from './batch-write-items.ts';
import type { ConditionalCheckHandlers } from './conditional-check-handler.ts';
import { getItem } from './get-item.ts';
import { createNextTokens } from './next-tokens.ts';
import type { Operation } from './operation-context.ts';
import { query, scan } from './query-and-scan.ts';
import { isServiceFault, toDataSourceError } from './service-fault.ts';
import { transactGetItems, transactWriteItems } from './transactions.ts';
import { deleteItem, putItem, updateItem } from './write-items.ts';

const OPERATIONS: ReadonlyMap<unknown, Operation> = new Map<unknown, Operation>([
  ['GetItem', getItem],
  ['PutItem', putItem],
  ['UpdateItem', updateItem],
  ['DeleteItem', deleteItem],
  ['Query', query],
  ['Scan', scan],
  ['BatchGetItem', batchGetItem],
  ['BatchPutItem', batchPutItem],
  ['BatchDeleteItem', batchDeleteItem],
  ['TransactGetItems', transactGetItems],
  ['TransactWriteItems', transactWriteItems],
]);

export interface DynamoDbDataSourceOptions {
  readonly name: string;
  /** Table of single-item operations, Query and Scan; batches and transactions name theirs. */
  readonly tableName: string;
  readonly apiId: string;
  readonly dynamodb: Pick<DynamoDb, 'call'>;
  readonly handlers: ConditionalCheckHandlers;
}

/** AppSync developer guide, "Resolver function reference for DynamoDB". `Sync` needs versioned sources: not supported. */
export function createDynamoDbDataSource(options: DynamoDbDataSourceOptions): SingleDataSource {
  return {
    kind: 'single',
    name: options.name,
    invoke: (request, call) => invoke(request, call, options),
  };
}

async function invoke(
  request: unknown,
  call: DataSourceCall,
  { dynamodb, tableName, apiId, handlers }: DynamoDbDataSourceOptions,
): Promise<DataSourceAnswer> {
  const operationName = isRecord(request) ? request['operation'] : undefined;
  if (!isRecord(request) || operationName === undefined || operationName === null) {
    return refused("Value for field '$[operation]' not found.");
  }
  const versioned = versionedFault(request);
  if (versioned !== undefined) return refused(versioned);
  const operation = OPERATIONS.get(operationName);
  if (operation === undefined) return refused(`Unsupported operation ${JSON.stringify(operationName)}.`);
  const nextTokens = createNextTokens({ apiId, resolver: call.resolver });
  try {
    return await operation(request, { dynamodb, tableName, call, nextTokens, handlers });
  } catch (fault) {
    if (fault instanceof AttributeFault) return refused(fault.message);
    if (isServiceFault(fault)) return failed(toDataSourceError(fault, call.requestId));
    throw fault;
  }
}

/** What only versioned data sources (conflict detection) have; undefined: none of it. */
function versionedFault({ operation, _version }: Readonly<Record<string, unknown>>): string | undefined {
  if (operation === 'Sync') {
    return 'Unsupported operation "Sync": versioned data sources (conflict detection) are not supported here.';
  }
  if (_version === undefined || _version === null) return undefined;
  return "Unsupported element '$[_version]': versioned data sources (conflict detection) are not supported here.";
}
