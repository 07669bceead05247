/** The table of a subgraph, as its definition states it. */
import type { RemovalPolicy } from 'aws-cdk-lib';
import { AssetStaging, Stack } from 'aws-cdk-lib';
import { AttributeType, BillingMode, CfnTable, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Attribute } from 'aws-cdk-lib/aws-dynamodb';
import type { KeyAttribute, TableDefinition } from '@tributary/subgraph/definition';
import { Construct } from 'constructs';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

export interface SubgraphTableProps {
  readonly definition: TableDefinition;
  /** Folder that the definition's paths are relative to. */
  readonly directory: string;
  readonly removalPolicy: RemovalPolicy;
  readonly pointInTimeRecovery: boolean;
}

export class SubgraphTable extends Construct {
  readonly table: Table;
  readonly hasIndexes: boolean;

  constructor(scope: Construct, id: string, props: SubgraphTableProps) {
    super(scope, id);
    const { definition } = props;
    this.table = new Table(this, 'Table', {
      partitionKey: toAttribute(definition.partitionKey),
      ...(definition.sortKey === undefined ? {} : { sortKey: toAttribute(definition.sortKey) }),
      ...(definition.ttlAttribute === undefined ? {} : { timeToLiveAttribute: definition.ttlAttribute }),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: props.pointInTimeRecovery },
      removalPolicy: props.removalPolicy,
    });
    const indexes = definition.indexes ?? [];
    this.hasIndexes = indexes.length > 0;
    for (const index of indexes) {
      this.table.addGlobalSecondaryIndex({
        indexName: index.name,
        partitionKey: toAttribute(index.partitionKey),
        ...(index.sortKey === undefined ? {} : { sortKey: toAttribute(index.sortKey) }),
        projectionType: ProjectionType.ALL,
      });
    }
    if (definition.seed !== undefined) this.stageSeed(resolve(props.directory, definition.seed));
  }

  /**
   * Copies the seed files into the assembly and names the folder in the table's metadata, where local tools find it.
   * The copy is staged only, never declared as an asset: a deployment uploads nothing and AWS ignores the metadata.
   */
  private stageSeed(seedDirectory: string): void {
    if (!existsSync(seedDirectory)) {
      throw new Error(
        `Seed folder ${seedDirectory} of ${this.node.path} does not exist: create it or drop "seed".`,
      );
    }
    const staging = new AssetStaging(this, 'Seed', { sourcePath: seedDirectory });
    const resource = this.table.node.defaultChild;
    if (!(resource instanceof CfnTable)) return;
    resource.addMetadata('tributary:seed', staging.relativeStagedPath(Stack.of(this)));
  }
}

function toAttribute(key: KeyAttribute): Attribute {
  return { name: key.name, type: ATTRIBUTE_TYPES[key.type] };
}

const ATTRIBUTE_TYPES = {
  S: AttributeType.STRING,
  N: AttributeType.NUMBER,
  B: AttributeType.BINARY,
} as const;
