import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';

interface LocalCredentials {
  readonly name: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface GraphqlRequestToSign {
  /** The JSON text that is sent. */
  readonly body: string;
  /** `/graphql/connect` for a real-time connection; `/graphql` when absent. */
  readonly path?: string;
}

/** Headers with a signature of one of the engine's local credentials, by their name. */
export async function signGraphqlRequest(
  engineUrl: string,
  name: string,
  { body, path = '/graphql' }: GraphqlRequestToSign,
): Promise<Record<string, string>> {
  const answer = await fetch(`${engineUrl}/_tributary/credentials`);
  const credentials = ((await answer.json()) as readonly LocalCredentials[]).find((one) => one.name === name);
  if (credentials === undefined) throw new Error(`There are no credentials of "${name}".`);
  const signer = new SignatureV4({ service: 'appsync', region: 'us-east-1', credentials, sha256: Sha256 });
  const { host, hostname } = new URL(engineUrl);
  const request = { protocol: 'http:', hostname, method: 'POST', path, headers: { host }, body };
  return (await signer.sign(request)).headers;
}
