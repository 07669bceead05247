/** Sign-ins and what renews them. Amazon Cognito user pools API reference, "InitiateAuth" and "AdminInitiateAuth". */
import type { CallInput } from '../call-input.ts';
import { readMap, readText } from '../call-input.ts';
import { issueTokens } from '../issue-tokens.ts';
import { isPassword } from '../srp/password-verifier.ts';
import { createSrpChallenge } from '../srp/srp-challenge.ts';
import type { UserPool } from '../user-pool.ts';
import { poolNameOf } from '../user-pool.ts';
import { invalidParameter, notAuthorized, wrongPassword } from '../user-pool-fault.ts';
import { admit, signedIn } from './admit.ts';
import type { ClientOfPool, Operation, OperationContext, OperationOutput } from './operation-context.ts';
import { poolOfClient, poolOfId } from './operation-context.ts';

/** Seconds; Cognito's default, 30 days. Developer guide, "Refresh tokens" (checked 2026-11-21). */
const REFRESH_TOKEN_SECONDS = 30 * 24 * 60 * 60;

/** Flows that a client may use, by the names that calls and the names that clients have for them. */
const FLOWS: Readonly<Record<string, readonly string[]>> = {
  USER_SRP_AUTH: ['ALLOW_USER_SRP_AUTH'],
  USER_PASSWORD_AUTH: ['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'],
  REFRESH_TOKEN_AUTH: ['ALLOW_REFRESH_TOKEN_AUTH'],
  REFRESH_TOKEN: ['ALLOW_REFRESH_TOKEN_AUTH'],
};

const ADMIN_FLOWS: Readonly<Record<string, readonly string[]>> = {
  ...FLOWS,
  ADMIN_USER_PASSWORD_AUTH: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'],
  ADMIN_NO_SRP_AUTH: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'],
};

export const initiateAuth: Operation = (input, context) =>
  start(input, { client: poolOfClient(input, context), flows: FLOWS, context });

export const adminInitiateAuth: Operation = (input, context) => {
  poolOfId(input, context);
  return start(input, { client: poolOfClient(input, context), flows: ADMIN_FLOWS, context });
};

export const getTokensFromRefreshToken: Operation = (input, context) =>
  refresh(poolOfClient(input, context), readText(input, 'RefreshToken'), context);

interface SignIn {
  readonly client: ClientOfPool;
  readonly flows: typeof FLOWS;
  readonly context: OperationContext;
}

function start(
  input: CallInput,
  { client, flows, context }: SignIn,
): OperationOutput | Promise<OperationOutput> {
  const flow = readText(input, 'AuthFlow');
  const allowed = flows[flow];
  if (allowed === undefined) throw invalidParameter(`The flow ${flow} is not available here.`);
  const isRefresh = flow.startsWith('REFRESH_TOKEN');
  if (!isRefresh && !allowed.some((name) => client.authFlows.includes(name))) {
    throw invalidParameter(`${flow} flow not enabled for this client`);
  }
  const parameters = readMap(input, 'AuthParameters');
  if (isRefresh) return refresh(client, readText(parameters, 'REFRESH_TOKEN'), context);
  if (flow === 'USER_SRP_AUTH') return challenge(client.pool, parameters);
  const user = client.pool.user(readText(parameters, 'USERNAME'));
  const owner = { poolName: poolNameOf(client.pool.model), username: user.username };
  if (!isPassword(owner, readText(parameters, 'PASSWORD'), user.password)) throw wrongPassword();
  return admit(client, user, context);
}

function challenge(pool: UserPool, parameters: CallInput): OperationOutput {
  const { username, password } = pool.user(readText(parameters, 'USERNAME'));
  const owner = { poolName: poolNameOf(pool.model), username };
  const opened = createSrpChallenge(owner, password, readText(parameters, 'SRP_A'));
  if (opened === undefined) throw invalidParameter('SRP_A is not a public value of the protocol.');
  pool.challenges.put(opened.secretBlock, opened);
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
  { pool, clientId }: ClientOfPool,
  refreshToken: string,
  context: OperationContext,
): Promise<OperationOutput> {
  const session = pool.session(refreshToken);
  if (session?.clientId !== clientId) throw notAuthorized('Invalid Refresh Token');
  if ((session.authenticatedAtEpochSeconds + REFRESH_TOKEN_SECONDS) * 1000 <= context.now()) {
    pool.endSession(refreshToken);
    throw notAuthorized('Refresh Token has expired');
  }
  return signedIn(await issueTokens(pool, session, context));
}
