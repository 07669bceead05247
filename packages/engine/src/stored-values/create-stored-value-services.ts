/** SSM parameters and secrets for functions that read them while they run. */
import type { ApiOperations } from '../events/index.ts';
import type { AppModel } from '../model/app-model.ts';
import { secretsManagerOperations } from './secrets-manager-operations.ts';
import { ssmOperations } from './ssm-operations.ts';

export interface StoredValueServices {
  readonly operations: ApiOperations;
  /** The values of another assembly in place of the earlier ones. */
  update(model: Pick<AppModel, 'ssmParameters' | 'secrets'>): void;
}

export function createStoredValueServices(): StoredValueServices {
  let current: Pick<AppModel, 'ssmParameters' | 'secrets'> = {};
  return {
    operations: new Map([
      ...ssmOperations(() => current.ssmParameters ?? []),
      ...secretsManagerOperations(() => current.secrets ?? []),
    ]),
    update(model) {
      current = model;
    },
  };
}
