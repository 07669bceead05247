/** RespondToAuthChallenge and AdminRespondToAuthChallenge. Amazon Cognito user pools API reference. */
import type { CallInput } from '../call-input.ts';
import { readMap, readText } from '../call-input.ts';
import { isChallengeMet } from '../srp/srp-challenge.ts';
import { invalidParameter, notAuthorized, wrongPassword } from '../user-pool-fault.ts';
import { admit } from './admit.ts';
import type { ClientOfPool, Operation, OperationContext, OperationOutput } from './operation-context.ts';
import { poolOfClient } from './operation-context.ts';
import { withPassword } from './passwords.ts';

export const respondToAuthChallenge: Operation = (input, context) => {
  const client = poolOfClient(input, context);
  const name = readText(input, 'ChallengeName');
  const responses = readMap(input, 'ChallengeResponses');
  switch (name) {
    case 'PASSWORD_VERIFIER':
      return verifyPassword(client, responses, context);
    case 'NEW_PASSWORD_REQUIRED':
      return choosePassword(client, { session: readText(input, 'Session'), responses }, context);
    default:
      throw invalidParameter(`The challenge ${name} is not available here.`);
  }
};

/** One try for each challenge. */
function verifyPassword(
  client: ClientOfPool,
  responses: CallInput,
  context: OperationContext,
): Promise<OperationOutput> {
  const open = client.pool.challenges.take(readText(responses, 'PASSWORD_CLAIM_SECRET_BLOCK'));
  const signature = readText(responses, 'PASSWORD_CLAIM_SIGNATURE');
  const timestamp = readText(responses, 'TIMESTAMP');
  if (open === undefined || !isChallengeMet(open, { signature, timestamp })) throw wrongPassword();
  return admit(client, client.pool.user(open.owner.username), context);
}

function choosePassword(
  client: ClientOfPool,
  { session, responses }: { readonly session: string; readonly responses: CallInput },
  context: OperationContext,
): Promise<OperationOutput> {
  const { pool } = client;
  const password = readText(responses, 'NEW_PASSWORD');
  const username = pool.passwordChanges.take(session);
  if (username === undefined) throw notAuthorized('Invalid session for the user.');
  pool.save(withPassword(pool, { ...pool.user(username), status: 'CONFIRMED' }, password));
  return admit(client, pool.user(username), context);
}
