/** TransactWriteItems: all actions in one commit, or none and a reason for each. */
import type { AttributeMap } from './contract.ts';
import { addUsage, type TableUsage, transactionCapacities } from './consumed-capacity.ts';
import { claimToken, type TokenClaim } from './idempotency-tokens.ts';
import { isRecord } from '../model/is-record.ts';
import { itemCollectionsOf } from './item-collection-metrics.ts';
import { itemSizeBytes } from './item-size.ts';
import type { DatabaseParts, Operation, OperationInput, OperationOutput } from './operation.ts';
import { validationException } from './service-error.ts';
import {
  checkDistinctItems,
  MAX_TRANSACTION_BYTES,
  NO_REASON,
  parseTransactionItems,
  reasonOf,
  transactionCancelled,
  transactionTooLarge,
} from './transaction-members.ts';
import type { CancellationReason } from './transaction-members.ts';
import {
  applyWrite,
  keyOfAction,
  parseWriteAction,
  type WriteAction,
  type WriteKind,
} from './write-action.ts';
import type { TableDefinition } from './table-definition.ts';
import { writeUsage } from './write-usage.ts';
import { TRANSACTION_CONFLICT } from './write-path.ts';

const kindOf: Readonly<Record<string, WriteKind>> = {
  Put: 'put',
  Update: 'update',
  Delete: 'delete',
  ConditionCheck: 'check',
};

/** An action with the place of its item, or with the reason why it has none. */
type Member =
  | { readonly kind: 'located'; readonly action: WriteAction; readonly key: string }
  | { readonly kind: 'refused'; readonly reason: CancellationReason };

export const transactWriteItems: Operation = async (parts, input) => {
  const actions = parseTransactionItems(input.TransactItems).map(parseMember);
  const puts = actions.filter((action) => action.kind === 'put');
  if (puts.reduce((sum, action) => sum + itemSizeBytes(action.attributes), 0) > MAX_TRANSACTION_BYTES) {
    throw transactionTooLarge();
  }
  const claim = await claimToken(parts, input.ClientRequestToken, input.TransactItems);
  if (claim.kind === 'done-before') return responseOf(input, []);
  try {
    return await commitTransaction(parts, { actions, claim, input });
  } finally {
    claim.release();
  }
};

interface Transaction {
  readonly actions: readonly WriteAction[];
  readonly claim: Extract<TokenClaim, { kind: 'first' }>;
  readonly input: OperationInput;
}

async function commitTransaction(
  parts: DatabaseParts,
  { actions, claim, input }: Transaction,
): Promise<OperationOutput> {
  actions.forEach(({ tableName }) => parts.catalog.get(tableName));
  const members = actions.map((action) => locate(parts, action));
  const located = members.filter((member) => member.kind === 'located');
  const addresses = located.map(({ action, key }) => ({ tableName: action.tableName, key }));
  checkDistinctItems(addresses);
  const conflicts = parts.writes.conflicts(addresses);
  if (conflicts.includes(true)) throw transactionCancelled(conflictReasons(members, conflicts));
  const apply = async (before: readonly (AttributeMap | undefined)[]) => {
    const after: (AttributeMap | undefined)[] = [];
    const reasons: CancellationReason[] = [];
    for (const member of members) {
      if (member.kind === 'refused') {
        reasons.push(member.reason);
        continue;
      }
      const { action } = member;
      const old = before[after.length];
      try {
        after.push((await applyWrite(action, parts.catalog.get(action.tableName), old)).after);
        reasons.push(NO_REASON);
      } catch (error) {
        after.push(old);
        reasons.push(reasonOf(error));
      }
    }
    if (reasons.some((reason) => reason.Code !== 'None')) throw transactionCancelled(reasons);
    const writes = located.map(({ action }, at) => {
      const table = parts.catalog.get(action.tableName);
      return { table, item: action.attributes, usage: writeUsage(table, before[at], after[at]) };
    });
    return { after, extra: claim.operations, result: responseOf(input, writes) };
  };
  return parts.writes.commit(addresses, apply, { isolation: 'transaction' });
}

/** @param conflicts - for each located member: its item is in another transaction */
function conflictReasons(
  members: readonly Member[],
  conflicts: readonly boolean[],
): readonly CancellationReason[] {
  const inOrder = [...conflicts];
  return members.map((member) => {
    if (member.kind === 'refused') return member.reason;
    return inOrder.shift() === true
      ? { Code: 'TransactionConflict', Message: TRANSACTION_CONFLICT }
      : NO_REASON;
  });
}

function parseMember(member: unknown): WriteAction {
  const present = isRecord(member) ? Object.entries(member).filter(([, value]) => isRecord(value)) : [];
  const [name, value] = present[0] ?? [];
  const kind = name === undefined ? undefined : kindOf[name];
  if (present.length !== 1 || kind === undefined || !isRecord(value)) {
    throw validationException('TransactItems can only contain one of Check, Put, Update or Delete');
  }
  return parseWriteAction(kind, value);
}

function locate({ catalog }: DatabaseParts, action: WriteAction): Member {
  try {
    return { kind: 'located', action, key: keyOfAction(action, catalog.get(action.tableName)) };
  } catch (error) {
    return { kind: 'refused', reason: reasonOf(error) };
  }
}

function responseOf(
  input: OperationInput,
  writes: readonly {
    readonly table: TableDefinition;
    readonly item: AttributeMap;
    readonly usage: TableUsage;
  }[],
): OperationOutput {
  const usages = new Map<string, TableUsage>();
  for (const { table, usage } of writes)
    usages.set(table.TableName, addUsage(usages.get(table.TableName), usage));
  return {
    ...transactionCapacities(input, usages, 'WriteCapacityUnits'),
    ...itemCollectionsOf(input, writes),
  };
}
