/** Who calls, by the access token of the call. */
import { userPoolIssuer } from '../../authorization/index.ts';
import type { CallInput } from '../call-input.ts';
import { readText } from '../call-input.ts';
import type { User } from '../user.ts';
import type { UserPool } from '../user-pool.ts';
import { notAuthorized } from '../user-pool-fault.ts';
import type { OperationContext } from './operation-context.ts';

/** @throws UserPoolFault for a token that is not an access token of a pool here, and for one that has expired */
export async function readSignedInUser(
  input: CallInput,
  { pools, signer, now }: OperationContext,
): Promise<{ readonly pool: UserPool; readonly user: User }> {
  const claims = await signer.read(readText(input, 'AccessToken'));
  const pool = pools().find(({ model }) => userPoolIssuer(model) === claims?.['iss']);
  if (claims === undefined || pool === undefined || claims['token_use'] !== 'access') {
    throw notAuthorized('Invalid Access Token');
  }
  if (Number(claims['exp']) * 1000 <= now()) throw notAuthorized('Access Token has expired');
  return { pool, user: pool.user(String(claims['username'])) };
}
