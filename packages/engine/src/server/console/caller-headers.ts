/**
 * What the console's query page sends to be somebody: a signature of local credentials, or a token of a local user.
 * Everything here is open to whoever may open the console; nothing of it is good on AWS.
 */
import type { LocalIdentity } from '../../authorization/index.ts';
import { createRequestSigner } from '../../data-sources/http/sign-request.ts';
import { isRecord } from '../../model/is-record.ts';
import { describeCredentials } from './describe-credentials.ts';

/** A user of a local user pool. */
export interface ConsoleUser {
  readonly userPoolId: string;
  readonly username: string;
  readonly groups: readonly string[];
}

export interface CallerServices {
  readonly identities: () => readonly LocalIdentity[];
  readonly users: () => readonly ConsoleUser[];
  /** An id token. @throws Error for a user who may not sign in */
  readonly signIn: (user: Pick<ConsoleUser, 'userPoolId' | 'username'>) => Promise<string>;
  readonly region: () => string;
  readonly now: () => number;
}

export type CallerHeaders =
  | { readonly ok: true; readonly headers: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly message: string };

/**
 * @param input - `{ accessKeyId, body }` or `{ userPoolId, username }`
 * @param url - where the page will send the body, which a signature is over
 */
export async function callerHeaders(
  input: unknown,
  url: string,
  services: CallerServices,
): Promise<CallerHeaders> {
  const { accessKeyId, body, userPoolId, username } = isRecord(input) ? input : {};
  if (typeof accessKeyId === 'string' && typeof body === 'string') {
    return sign({ accessKeyId, body, url }, services);
  }
  if (typeof userPoolId === 'string' && typeof username === 'string') {
    const isKnown = services
      .users()
      .some((user) => user.userPoolId === userPoolId && user.username === username);
    if (!isKnown) return { ok: false, message: `No user "${username}" in the user pool "${userPoolId}".` };
    try {
      return { ok: true, headers: { authorization: await services.signIn({ userPoolId, username }) } };
    } catch (fault) {
      return { ok: false, message: fault instanceof Error ? fault.message : String(fault) };
    }
  }
  return { ok: false, message: 'Send { accessKeyId, body } or { userPoolId, username }.' };
}

async function sign(
  { accessKeyId, body, url }: { accessKeyId: string; body: string; url: string },
  { identities, region, now }: CallerServices,
): Promise<CallerHeaders> {
  const credentials = describeCredentials(identities()).find((one) => one.accessKeyId === accessKeyId);
  if (credentials === undefined) return { ok: false, message: `No access key "${accessKeyId}".` };
  const signer = createRequestSigner({ region: region(), service: 'appsync', credentials, now });
  const headers = await signer({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    body,
  });
  return { ok: true, headers };
}
