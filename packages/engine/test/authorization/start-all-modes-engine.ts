/** The engine on the assembly with all modes, and callers of each mode. */
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { loadAssembly } from '../../src/assembly/index.ts';
import { startTodoEngine } from '../start-todo-engine.ts';
import { writeAllModesAssembly } from './all-modes-assembly.ts';
import { startOpenIdProvider } from './open-id-provider.ts';

export const REGION = 'us-east-1';

export interface SignedHeaders {
  readonly path?: string;
  readonly secretAccessKey?: string;
  readonly region?: string;
  readonly date?: Date;
}

export async function startAllModesEngine() {
  const provider = await startOpenIdProvider();
  const assemblyDirectory = await writeAllModesAssembly(provider.issuer);
  const running = await startTodoEngine({ assemblyDirectory });
  const { url } = running.engine;
  const loaded = await loadAssembly({ directory: assemblyDirectory, apiUrl: url });
  const pool = loaded.ok ? loaded.model.userPools?.[0] : undefined;
  const clientId = pool?.clients[0]?.clientId;
  if (pool === undefined || clientId === undefined) throw new Error('The assembly has no user pool.');

  const cognito = async (operation: string, input: object): Promise<Record<string, unknown>> => {
    const response = await fetch(`${url}/cognito-idp/`, {
      method: 'POST',
      headers: { 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}` },
      body: JSON.stringify(input),
    });
    return (await response.json()) as Record<string, unknown>;
  };

  return {
    ...running,
    provider,
    pool: { userPoolId: pool.userPoolId, clientId },
    cognito,
    async accessToken(username: string, groups: readonly string[] = []): Promise<string> {
      const { userPoolId } = pool;
      await cognito('SignUp', { ClientId: clientId, Username: username, Password: 'correct horse' });
      for (const GroupName of groups) {
        await cognito('AdminAddUserToGroup', { UserPoolId: userPoolId, Username: username, GroupName });
      }
      const AuthParameters = { USERNAME: username, PASSWORD: 'correct horse' };
      const answer = await cognito('InitiateAuth', {
        ClientId: clientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters,
      });
      return String((answer['AuthenticationResult'] as Record<string, unknown> | undefined)?.['AccessToken']);
    },
    /** Headers of a request that is signed with the local key, over the body. */
    async sign(body: string, options: SignedHeaders = {}): Promise<Record<string, string>> {
      const signer = new SignatureV4({
        service: 'appsync',
        region: options.region ?? REGION,
        credentials: { accessKeyId: 'local', secretAccessKey: options.secretAccessKey ?? 'local' },
        sha256: Sha256,
      });
      const { host, hostname } = new URL(url);
      const request = {
        protocol: 'http:',
        hostname,
        method: 'POST',
        path: options.path ?? '/graphql',
        headers: { host, 'content-type': 'application/json; charset=UTF-8' },
        body,
      };
      const { headers } = await signer.sign(request, { signingDate: options.date ?? new Date() });
      return headers;
    },
    async stop(): Promise<void> {
      await running.engine.stop();
      await provider.stop();
    },
  };
}

export type AllModesEngine = Awaited<ReturnType<typeof startAllModesEngine>>;
