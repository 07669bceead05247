/**
 * Credentials of the assembly's roles and users. They are derived from the names, so that they are the same on every
 * start and can stand in a client's configuration; they open nothing but this engine.
 */
import { createHash } from 'node:crypto';

export interface LocalCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Roles only: requests carry it as `x-amz-security-token`. */
  readonly sessionToken?: string;
}

/** The session that AppSync opens when it calls a data source. */
export const APPSYNC_SESSION = 'APPSYNC_ASSUME_ROLE';

/** The session of those who take a role's credentials from `/_tributary/credentials`. */
export const LOCAL_SESSION = 'local';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** IAM user guide, "IAM identifiers", "Understanding unique ID prefixes". */
type IdPrefix = 'AKIA' | 'ASIA' | 'AIDA' | 'AROA';

/** Characters after the prefix, as AWS issues them. */
const ID_CHARS = 16;

/** @param sessionName - a Lambda function's session has its name */
export function roleCredentials(roleArn: string, sessionName: string): Required<LocalCredentials> {
  const seed = `${roleArn} ${sessionName}`;
  return {
    accessKeyId: deriveIamId('ASIA', seed),
    secretAccessKey: digest('secret', seed).toString('base64').slice(0, SECRET_CHARS),
    sessionToken: digest('token', seed).toString('base64'),
  };
}

export function userCredentials(userArn: string): LocalCredentials {
  return {
    accessKeyId: deriveIamId('AKIA', userArn),
    secretAccessKey: digest('secret', userArn).toString('base64').slice(0, SECRET_CHARS),
  };
}

const SECRET_CHARS = 40;

/** @returns for example `AROA` and 16 capital letters and digits */
export function deriveIamId(prefix: IdPrefix, seed: string): string {
  const bytes = digest(prefix, seed).subarray(0, ID_CHARS);
  return prefix + Array.from(bytes, (byte) => BASE32[byte % BASE32.length]).join('');
}

function digest(purpose: string, seed: string): Buffer {
  return createHash('sha256').update(`tributary ${purpose} ${seed}`).digest();
}
