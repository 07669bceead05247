/** One team's stack: its subgraph with table, function and roles. Deployable on its own pipeline. */
import { Stack, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Subgraph } from '@tributary/cdk';
import type { ProjectSubgraph } from '@tributary/compiler/project';
import { toPascalCase } from './pascal-case.ts';

export interface SubgraphStackProps {
  readonly subgraph: ProjectSubgraph;
}

export class SubgraphStack extends Stack {
  readonly subgraph: Subgraph;

  constructor(scope: Construct, id: string, { subgraph }: SubgraphStackProps) {
    super(scope, id, { description: `Warehouse: subgraph ${subgraph.name}` });
    const { definition, directory } = subgraph;
    this.subgraph = new Subgraph(this, toPascalCase(subgraph.name), { definition, directory });
    Tags.of(this).add('warehouse:subgraph', subgraph.name);
  }
}
