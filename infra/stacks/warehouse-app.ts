/** The reference application: one stack for each subgraph, one for the gateway. No account, no look-ups. */
import { App } from 'aws-cdk-lib';
import { DISABLE_CREATION_STACK_TRACES, DISABLE_METADATA_STACK_TRACE } from 'aws-cdk-lib/cx-api';
import type { AppSyncApi } from '@tributary/compiler';
import type { Project } from '@tributary/compiler/project';
import { GatewayStack } from './gateway-stack.ts';
import { toPascalCase } from './pascal-case.ts';
import { SubgraphStack } from './subgraph-stack.ts';

export interface WarehouseAppProps {
  readonly project: Project;
  readonly api: AppSyncApi;
  /** The time of the synthesis: decides until when the API key lives. */
  readonly now: Date;
  /**
   * Folder of the cloud assembly.
   * @default - what the CDK command says in CDK_OUTDIR
   */
  readonly outputDirectory?: string;
}

export interface WarehouseApp {
  readonly app: App;
  readonly gateway: GatewayStack;
  /** By subgraph name. */
  readonly subgraphStacks: ReadonlyMap<string, SubgraphStack>;
}

const SYNTHESIS_CONTEXT = {
  // Stack traces of constructs would differ from run to run in the assembly, and cost time.
  [DISABLE_METADATA_STACK_TRACE]: true,
  [DISABLE_CREATION_STACK_TRACES]: true,
  // A table or function that the gateway uses can't be deleted under it.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
};

export function createWarehouseApp(props: WarehouseAppProps): WarehouseApp {
  const { project, api, now, outputDirectory } = props;
  const app = new App({
    analyticsReporting: false,
    context: SYNTHESIS_CONTEXT,
    ...(outputDirectory === undefined ? {} : { outdir: outputDirectory }),
  });
  const subgraphStacks = new Map(
    project.subgraphs.map((subgraph) => [
      subgraph.name,
      new SubgraphStack(app, `Warehouse${toPascalCase(subgraph.name)}`, { subgraph }),
    ]),
  );
  connectAsking(subgraphStacks);
  const subgraphs = [...subgraphStacks.values()].map((stack) => stack.subgraph);
  const gateway = new GatewayStack(app, 'WarehouseGateway', { api, subgraphs, now });
  return { app, gateway, subgraphStacks };
}

/** A second pass, because a subgraph may ask one that comes later. */
function connectAsking(stacks: ReadonlyMap<string, SubgraphStack>): void {
  for (const { subgraph } of stacks.values()) {
    const asked = subgraph.definition.kind === 'lambda' ? (subgraph.definition.asks ?? []) : [];
    for (const name of asked) {
      const other = stacks.get(name);
      if (other === undefined) {
        const known = [...stacks.keys()].sort().join(', ');
        throw new Error(
          `Subgraph "${subgraph.definition.name}" asks "${name}", which does not exist. Known: ${known}.`,
        );
      }
      subgraph.askEntitiesOf(other.subgraph);
    }
  }
}
