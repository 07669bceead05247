/** Stands in for Amazon Cognito: the user pools of the application, their operations and their keys. */
import { userPoolIssuer } from '../authorization/index.ts';
import type { UserPoolModel } from '../model/app-model.ts';
import type { CallInput } from './call-input.ts';
import { getUser, globalSignOut, revokeToken } from './operations/account.ts';
import * as administration from './operations/administration.ts';
import {
  getTokensFromRefreshToken,
  initiateAuth,
  respondToAuthChallenge,
} from './operations/initiate-auth.ts';
import type { Operation, OperationContext, OperationOutput } from './operations/operation-context.ts';
import { adminCreateUser, confirmSignUp, signUp } from './operations/sign-up.ts';
import { createTokenSigner } from './token-signer.ts';
import type { UserPool } from './user-pool.ts';
import { createUserPool } from './user-pool.ts';
import { UserPoolFault } from './user-pool-fault.ts';

export interface UserPoolService {
  /** @throws UserPoolFault */
  call(operation: string, input: CallInput): Promise<OperationOutput>;
  /** The key set of a pool of the application by its issuer; undefined for every other issuer. */
  keySet(issuer: string): Promise<unknown> | undefined;
  find(userPoolId: string): UserPoolModel | undefined;
}

const OPERATIONS: ReadonlyMap<string, Operation> = new Map([
  ['SignUp', signUp],
  ['ConfirmSignUp', confirmSignUp],
  ['InitiateAuth', initiateAuth],
  ['RespondToAuthChallenge', respondToAuthChallenge],
  ['GetTokensFromRefreshToken', getTokensFromRefreshToken],
  ['GetUser', getUser],
  ['GlobalSignOut', globalSignOut],
  ['RevokeToken', revokeToken],
  ['AdminCreateUser', adminCreateUser],
  ['AdminGetUser', administration.adminGetUser],
  ['AdminSetUserPassword', administration.adminSetUserPassword],
  ['AdminUpdateUserAttributes', administration.adminUpdateUserAttributes],
  ['AdminAddUserToGroup', administration.adminAddUserToGroup],
  ['AdminRemoveUserFromGroup', administration.adminRemoveUserFromGroup],
]);

/** @param models - of the application that runs now; users stay when it is replaced by one with the same pools */
export function createUserPoolService(
  models: () => readonly UserPoolModel[],
  now: () => number,
): UserPoolService {
  const pools = new Map<string, UserPool>();
  const signer = createTokenSigner();

  function poolOf(model: UserPoolModel): UserPool {
    const known = pools.get(model.userPoolId);
    if (known?.model === model) return known;
    const pool = known === undefined ? createUserPool(model) : known.withModel(model);
    pools.set(model.userPoolId, pool);
    return pool;
  }

  const context: OperationContext = { pools: () => models().map(poolOf), signer, now };
  return {
    async call(operation, input) {
      const run = OPERATIONS.get(operation);
      if (run === undefined) {
        throw new UserPoolFault('InvalidAction', `The operation ${operation} is not available here.`);
      }
      return run(input, context);
    },
    keySet: (issuer) =>
      models().some((model) => userPoolIssuer(model) === issuer) ? signer.keySet() : undefined,
    find: (userPoolId) => models().find((model) => model.userPoolId === userPoolId),
  };
}
