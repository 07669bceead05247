/** Whose credentials sign the calls to an endpoint, and for which region. */
export interface EndpointCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** What Lambda functions have here too: DynamoDB Local keeps the tables of each access key apart. */
const LOCAL_CREDENTIALS: EndpointCredentials = { accessKeyId: 'local', secretAccessKey: 'local' };

const AWS_HOST = /^dynamodb(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|api\.aws)$/;

/** @returns the region in the name of a host of AWS; undefined for other hosts */
export function awsRegionOf({ hostname }: URL): string | undefined {
  return AWS_HOST.exec(hostname)?.[1];
}

/**
 * On AWS: what the SDK finds (environment, profile, single sign-on) and renews; the provider rejects when it finds none.
 * Elsewhere: the environment's, or local ones.
 */
export async function credentialProvider(
  endpoint: URL,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<() => Promise<EndpointCredentials>> {
  const region = awsRegionOf(endpoint);
  if (region !== undefined) {
    // Only here: the SDK takes longer to load than most of the engine.
    const { DynamoDBClient } = await import('@aws-sdk/client-dynamodb');
    return new DynamoDBClient({ region }).config.credentials;
  }
  const given = environmentCredentials(environment) ?? LOCAL_CREDENTIALS;
  return () => Promise.resolve(given);
}

function environmentCredentials(
  environment: Readonly<Record<string, string | undefined>>,
): EndpointCredentials | undefined {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment;
  if (accessKeyId === undefined || secretAccessKey === undefined) return undefined;
  const { AWS_SESSION_TOKEN: sessionToken } = environment;
  return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
}
