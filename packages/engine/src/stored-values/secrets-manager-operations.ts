/** The operation of the Secrets Manager API that reads a secret. */
import { type ApiInput, type ApiOperations, ServiceFault } from '../events/index.ts';
import type { SecretModel } from '../model/app-model.ts';
import { isSecret } from '../model/is-secret.ts';

/** The only version that a secret has here. */
const VERSION_ID = '00000000-0000-4000-8000-000000000001';
const CURRENT = 'AWSCURRENT';

/** @param secrets - of the assembly that runs now */
export function secretsManagerOperations(secrets: () => readonly SecretModel[]): ApiOperations {
  return new Map<string, (input: ApiInput) => unknown>([
    [
      'secretsmanager.GetSecretValue',
      ({ SecretId, VersionStage }) => {
        const found = secrets().find((secret) => isSecret(secret, String(SecretId)));
        if (found === undefined) {
          throw new ServiceFault(
            'ResourceNotFoundException',
            "Secrets Manager can't find the specified secret.",
          );
        }
        if (VersionStage !== undefined && VersionStage !== CURRENT) {
          throw new ServiceFault(
            'ResourceNotFoundException',
            `Secrets Manager can't find the specified secret value for staging label: ${JSON.stringify(VersionStage)}`,
          );
        }
        return {
          ARN: found.arn,
          Name: found.name,
          SecretString: found.value,
          VersionId: VERSION_ID,
          VersionStages: [CURRENT],
        };
      },
    ],
  ]);
}
