/** InitiateAuth, RespondToAuthChallenge and what renews a session. Amazon Cognito user pools API reference. */
import type { CallInput } from '../call-input.ts';
import { readMap, readText } from '../call-input.ts';
import { issueTokens, startSession } from '../issue-tokens.ts';
import { isPassword } from '../srp/password-verifier.ts';
import { createSrpChallenge, isChallengeMet } from '../srp/srp-challenge.ts';
import type { UserPool } from '../user-pool.ts';
import { poolNameOf } from '../user-pool.ts';
import { invalidParameter, UserPoolFault, wrongPassword } from '../user-pool-fault.ts';
import type { Operation, OperationContext, OperationOutput } from './operation-context.ts';
import { poolOfClient } from './operation-context.ts';

/** Flows that a client may use, by the names that calls and the names that clients have for them. */
const FLOWS: Readonly<Record<string, readonly string[]>> = {
  USER_SRP_AUTH: ['ALLOW_USER_SRP_AUTH'],
  USER_PASSWORD_AUTH: ['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'],
  REFRESH_TOKEN_AUTH: ['ALLOW_REFRESH_TOKEN_AUTH'],
  REFRESH_TOKEN: ['ALLOW_REFRESH_TOKEN_AUTH'],
};

export const initiateAuth: Operation = async (input, context) => {
  const { pool, clientId, authFlows } = poolOfClient(input, context);
  const flow = readText(input, 'AuthFlow');
  const allowed = FLOWS[flow];
  if (allowed === undefined) throw invalidParameter(`The flow ${flow} is not available here.`);
  const isRefresh = flow.startsWith('REFRESH_TOKEN');
  if (!isRefresh && !allowed.some((name) => authFlows.includes(name))) {
    throw invalidParameter(`${flow} flow not enabled for this client`);
  }
  const parameters = readMap(input, 'AuthParameters');
  if (isRefresh) return refresh(pool, readText(parameters, 'REFRESH_TOKEN'), { clientId, context });
  if (flow === 'USER_SRP_AUTH') return challenge(pool, parameters);
  const { username, password } = pool.user(readText(parameters, 'USERNAME'));
  const owner = { poolName: poolNameOf(pool.model), username };
  if (!isPassword(owner, readText(parameters, 'PASSWORD'), password)) throw wrongPassword();
  return signedIn(await startSession(pool, { username, clientId }, context));
};

export const respondToAuthChallenge: Operation = async (input, context) => {
  const { pool, clientId } = poolOfClient(input, context);
  const name = readText(input, 'ChallengeName');
  if (name !== 'PASSWORD_VERIFIER') throw invalidParameter(`The challenge ${name} is not available here.`);
  const responses = readMap(input, 'ChallengeResponses');
  const secretBlock = readText(responses, 'PASSWORD_CLAIM_SECRET_BLOCK');
  const open = pool.challenges.get(secretBlock);
  // One try for each challenge.
  pool.challenges.delete(secretBlock);
  const signature = readText(responses, 'PASSWORD_CLAIM_SIGNATURE');
  const timestamp = readText(responses, 'TIMESTAMP');
  if (open === undefined || !isChallengeMet(open, { signature, timestamp })) throw wrongPassword();
  return signedIn(await startSession(pool, { username: open.owner.username, clientId }, context));
};

export const getTokensFromRefreshToken: Operation = (input, context) => {
  const { pool, clientId } = poolOfClient(input, context);
  return refresh(pool, readText(input, 'RefreshToken'), { clientId, context });
};

function challenge(pool: UserPool, parameters: CallInput): OperationOutput {
  const { username, password } = pool.user(readText(parameters, 'USERNAME'));
  const owner = { poolName: poolNameOf(pool.model), username };
  const opened = createSrpChallenge(owner, password, readText(parameters, 'SRP_A'));
  if (opened === undefined) throw invalidParameter('SRP_A is not a public value of the protocol.');
  pool.addChallenge(opened);
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      SALT: password.salt.toString(16),
      SECRET_BLOCK: opened.secretBlock,
      SRP_B: opened.serverPublic.toString(16),
      USERNAME: username,
      USER_ID_FOR_SRP: username,
    },
  };
}

async function refresh(
  pool: UserPool,
  refreshToken: string,
  { clientId, context }: { readonly clientId: string; readonly context: OperationContext },
): Promise<OperationOutput> {
  const session = pool.refreshSessions.get(refreshToken);
  if (session?.clientId !== clientId)
    throw new UserPoolFault('NotAuthorizedException', 'Invalid Refresh Token');
  return signedIn(await issueTokens(pool, session, context));
}

function signedIn(tokens: OperationOutput): OperationOutput {
  return { AuthenticationResult: tokens, ChallengeParameters: {} };
}
