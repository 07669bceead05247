/** One subgraph's own resources: table, Lambda function, roles. What other stacks may use is in the properties. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { SubgraphShape } from '@tributary/http-subgraph';
import { Construct } from 'constructs';
import type {
  DynamoDbSubgraphDefinition,
  LambdaSubgraphDefinition,
  SubgraphDefinition,
} from '@tributary/subgraph/definition';
import { fileURLToPath } from 'node:url';
import { collectHandlerTableActions } from '../grants/table-actions.ts';
import { grantTable } from '../grants/grant-table.ts';
import { toEnvironmentName } from './environment-name.ts';
import { adapterModule } from './adapter-module.ts';
import { HandlerFunction } from './handler-function.ts';
import { SubgraphTable } from './subgraph-table.ts';

export interface SubgraphProps {
  readonly definition: SubgraphDefinition;
  /** Folder of the definition file: paths in the definition are relative to it. */
  readonly directory: string;
  /**
   * What happens to the table when it leaves the stack.
   * @default RemovalPolicy.RETAIN
   */
  readonly tableRemovalPolicy?: RemovalPolicy;
  /**
   * Point-in-time recovery of the table.
   * @default true
   */
  readonly pointInTimeRecovery?: boolean;
  /**
   * How long the log lines of the functions are kept.
   * @default RetentionDays.ONE_MONTH
   */
  readonly logRetention?: RetentionDays;
}

const DEFAULT_TIMEOUT_SECONDS = 10;
const DEFAULT_MEMORY_MB = 256;
/** AppSync itself waits 30 seconds for a function. */
const ADAPTER_TIMEOUT_SECONDS = 30;
/** Packages that functions of ours are bundled from are found from here. */
const OWN_FOLDER = fileURLToPath(new URL('.', import.meta.url));
const ENTITY_READER_ENTRY = '@tributary/subgraph/entity-reader';

export class Subgraph extends Construct {
  readonly definition: SubgraphDefinition;
  /** The subgraph's table; undefined when the definition has none. */
  readonly table: Table | undefined;
  readonly hasIndexes: boolean;
  /** The Lambda handler; undefined for subgraphs of kind `dynamodb`. */
  readonly handlerFunction: LambdaFunction | undefined;
  /** The function that answers `_entities` from the table; only for kind `dynamodb` with `entities`. */
  readonly entityReaderFunction: LambdaFunction | undefined;
  private readonly handler: HandlerFunction | undefined;
  private readonly logRetention: RetentionDays;
  private adapter: HandlerFunction | undefined;
  private readonly entityReader: HandlerFunction | undefined;

  constructor(scope: Construct, id: string, props: SubgraphProps) {
    super(scope, id);
    const { definition } = props;
    this.definition = definition;
    this.logRetention = props.logRetention ?? RetentionDays.ONE_MONTH;
    const tablePart = this.createTable(props);
    this.table = tablePart?.table;
    this.hasIndexes = tablePart?.hasIndexes ?? false;
    this.handler = definition.kind === 'lambda' ? this.createHandler(definition, props) : undefined;
    this.entityReader = hasEntities(definition) ? this.createEntityReader(definition) : undefined;
    this.handlerFunction = this.handler?.lambdaFunction;
    this.entityReaderFunction = this.entityReader?.lambdaFunction;
    this.grantOwnTable();
  }

  /**
   * Lets this subgraph's handler ask another subgraph for its entities: the other one's function is named in
   * `<NAME>_ENTITIES_FUNCTION`, and the handler's role may invoke it.
   * @throws Error when this subgraph has no handler, or the other has no function that answers `_entities`
   */
  askEntitiesOf(other: Subgraph): void {
    const target = other.handler ?? other.entityReader;
    if (this.handler === undefined || target === undefined) {
      const missing = target === undefined ? other.definition.name : this.definition.name;
      throw new Error(
        `Subgraph "${this.definition.name}" asks "${other.definition.name}" for entities, but "${missing}" has no ` +
          'Lambda function. Give it "entities" (kind dynamodb) or a handler (kind lambda), or drop the name from "asks".',
      );
    }
    const variable = `${toEnvironmentName(other.definition.name)}_ENTITIES_FUNCTION`;
    this.handler.lambdaFunction.addEnvironment(variable, target.lambdaFunction.functionName);
    this.handler.allowInvoking(target);
  }

  /**
   * The function that asks the server of a subgraph of kind `http`; undefined for other kinds. Made once.
   * @param shape - what the compiled API says of the subgraph's schema
   */
  adapterFor(shape: SubgraphShape): LambdaFunction | undefined {
    const { definition } = this;
    if (definition.kind !== 'http') return undefined;
    this.adapter ??= new HandlerFunction(this, 'Adapter', {
      subgraphName: definition.name,
      description: `Asks subgraph ${definition.name} over HTTP`,
      source: { contents: adapterModule(definition, shape), directory: OWN_FOLDER },
      environment: {},
      timeout: Duration.seconds(ADAPTER_TIMEOUT_SECONDS),
      memoryMb: DEFAULT_MEMORY_MB,
      logRetention: this.logRetention,
    });
    return this.adapter.lambdaFunction;
  }

  private createTable(props: SubgraphProps): SubgraphTable | undefined {
    const { table } = props.definition;
    if (table === undefined) return undefined;
    return new SubgraphTable(this, 'Data', {
      definition: table,
      directory: props.directory,
      removalPolicy: props.tableRemovalPolicy ?? RemovalPolicy.RETAIN,
      pointInTimeRecovery: props.pointInTimeRecovery ?? true,
    });
  }

  private createHandler(definition: LambdaSubgraphDefinition, props: SubgraphProps): HandlerFunction {
    return new HandlerFunction(this, 'Handler', {
      subgraphName: definition.name,
      description: `Subgraph ${definition.name}`,
      source: { entryPoint: definition.handler ?? './handler.ts', directory: props.directory },
      environment: { ...this.tableEnvironment(), ...definition.environment },
      timeout: Duration.seconds(definition.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS),
      memoryMb: definition.memoryMb ?? DEFAULT_MEMORY_MB,
      logRetention: this.logRetention,
    });
  }

  private createEntityReader(definition: DynamoDbSubgraphDefinition): HandlerFunction {
    return new HandlerFunction(this, 'EntityReader', {
      subgraphName: definition.name,
      description: `Entities of subgraph ${definition.name}, read from its table`,
      source: { entryPoint: ENTITY_READER_ENTRY, directory: OWN_FOLDER },
      environment: { ...this.tableEnvironment(), ENTITY_LOOKUPS: JSON.stringify(definition.entities) },
      timeout: Duration.seconds(DEFAULT_TIMEOUT_SECONDS),
      memoryMb: DEFAULT_MEMORY_MB,
      logRetention: this.logRetention,
    });
  }

  private tableEnvironment(): Readonly<Record<string, string>> {
    return this.table === undefined ? {} : { TABLE_NAME: this.table.tableName };
  }

  private grantOwnTable(): void {
    const { table, hasIndexes } = this;
    if (table === undefined) return;
    for (const lambda of [this.handler, this.entityReader]) {
      if (lambda === undefined) continue;
      grantTable(lambda.role, { table, hasIndexes, actions: collectHandlerTableActions(lambda.code) });
    }
  }
}

function hasEntities(definition: SubgraphDefinition): definition is DynamoDbSubgraphDefinition {
  return definition.kind === 'dynamodb' && Object.keys(definition.entities ?? {}).length > 0;
}
