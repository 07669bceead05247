import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Role } from 'aws-cdk-lib/aws-iam';

export interface TableGrant {
  readonly table: Table;
  readonly hasIndexes: boolean;
  /** Action names with their `dynamodb:` prefix. */
  readonly actions: readonly string[];
}

/** Lets a role call exactly these actions on one table and, where it has any, its indexes. */
export function grantTable(role: Role, grant: TableGrant): void {
  if (grant.actions.length === 0) return;
  const { tableArn } = grant.table;
  role.addToPolicy(
    new PolicyStatement({
      effect: Effect.ALLOW,
      actions: [...grant.actions],
      resources: grant.hasIndexes ? [tableArn, `${tableArn}/index/*`] : [tableArn],
    }),
  );
}
