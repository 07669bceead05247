/** Signature Version 4 for HTTP data sources with `AuthorizationType: AWS_IAM`. */
import type { SignatureV4 } from '@smithy/signature-v4';
import type { LocalCredentials } from '../../authorization/index.ts';
import { Sha256 } from '../../authorization/index.ts';

export interface RequestToSign {
  readonly method: string;
  /** With its query string. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** @returns the headers to send, signature included */
export type SignRequest = (request: RequestToSign) => Promise<Readonly<Record<string, string>>>;

export interface RequestSignerOptions {
  readonly region: string;
  /** For example `execute-api`, `states`. */
  readonly service: string;
  readonly credentials: LocalCredentials;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** @see AppSync API reference, "AwsIamConfig" */
export function createRequestSigner({
  region,
  service,
  credentials,
  now,
}: RequestSignerOptions): SignRequest {
  let signer: SignatureV4 | undefined;
  const options = {
    region,
    service,
    credentials,
    sha256: Sha256,
    // S3 alone signs paths as they are. AWS General Reference, "Create a canonical request".
    uriEscapePath: service !== 's3',
  };
  return async ({ method, url, headers, body }) => {
    const { protocol, hostname, host, pathname, searchParams } = new URL(url);
    signer ??= await createSigner(options);
    const signed = await signer.sign(
      {
        protocol,
        hostname,
        method,
        path: pathname,
        query: toQuery(searchParams),
        headers: { ...withoutCase(headers), host },
        ...(body === undefined ? {} : { body }),
      },
      { signingDate: new Date(now()) },
    );
    // The client sets the host itself, to the same value.
    return Object.fromEntries(Object.entries(signed.headers).filter(([name]) => name !== 'host'));
  };
}

/** Loaded by the first request that is signed; few applications sign any. */
async function createSigner(options: ConstructorParameters<typeof SignatureV4>[0]): Promise<SignatureV4> {
  const library = await import('@smithy/signature-v4');
  return new library.SignatureV4(options);
}

function toQuery(parameters: URLSearchParams): Record<string, string[]> {
  return Object.fromEntries([...parameters.keys()].map((name) => [name, parameters.getAll(name)]));
}

function withoutCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
