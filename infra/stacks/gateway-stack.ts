/** The stack that clients talk to: the federated API over all subgraphs. */
import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { FederatedApi, toApiKeyExpiry } from '@tributary/cdk';
import type { Subgraph } from '@tributary/cdk';
import type { AppSyncApi } from '@tributary/compiler';

export interface GatewayStackProps {
  readonly api: AppSyncApi;
  readonly subgraphs: readonly Subgraph[];
  readonly now: Date;
}

export class GatewayStack extends Stack {
  readonly federatedApi: FederatedApi;

  constructor(scope: Construct, id: string, { api, subgraphs, now }: GatewayStackProps) {
    super(scope, id, { description: 'Warehouse: the federated AppSync API' });
    this.federatedApi = new FederatedApi(this, 'Api', {
      name: 'warehouse',
      api,
      subgraphs,
      apiKeyExpiresAt: toApiKeyExpiry(now),
    });
  }
}
