/** Stands in for Amazon Cognito: the user pools of the application, their operations and their keys. */
import { randomInt } from 'node:crypto';
import { userPoolIssuer } from '../authorization/index.ts';
import type { UserPoolModel } from '../model/app-model.ts';
import type { CallInput } from './call-input.ts';
import type { OperationContext, OperationOutput } from './operations/operation-context.ts';
import { poolOfId } from './operations/operation-context.ts';
import { OPERATIONS } from './operations/operations.ts';
import { signInUser } from './sign-in-user.ts';
import type { Saver } from './storage/saver.ts';
import { createSaver } from './storage/saver.ts';
import type { UserPoolStorage } from './storage/user-pool-storage.ts';
import { createTokenSigner } from './token-signer.ts';
import type { PoolContents } from './user.ts';
import type { UserPool } from './user-pool.ts';
import { createUserPool } from './user-pool.ts';
import { UserPoolFault } from './user-pool-fault.ts';

export interface UserPoolService {
  /** What a call changed is kept when it is answered. @throws UserPoolFault */
  call(operation: string, input: CallInput): Promise<OperationOutput>;
  /** The key set of a pool of the application by its issuer; undefined for every other issuer. */
  keySet(issuer: string): Promise<unknown> | undefined;
  find(userPoolId: string): UserPoolModel | undefined;
  /** Everybody in the pools of the application. */
  users(): readonly {
    readonly userPoolId: string;
    readonly username: string;
    readonly groups: readonly string[];
  }[];
  /** An id token without a password, for the engine's own console. @throws UserPoolFault */
  signIn(user: { readonly userPoolId: string; readonly username: string }): Promise<string>;
}

export interface UserPoolServiceOptions {
  /** Of the application that runs now; users stay when it is replaced by one with the same pools. */
  readonly models: () => readonly UserPoolModel[];
  readonly storage: UserPoolStorage;
  readonly now: () => number;
  /** Tells the developer what Cognito would have sent to a user. */
  readonly deliver: (text: string) => void;
}

const CODE_DIGITS = 6;

export function createUserPoolService({
  models,
  storage,
  now,
  deliver,
}: UserPoolServiceOptions): UserPoolService {
  const pools = new Map<string, UserPool>();
  const savers: Saver[] = [];

  function poolOf(model: UserPoolModel): UserPool {
    const { userPoolId } = model;
    const known = pools.get(userPoolId);
    if (known?.model === model) return known;
    const pool = known === undefined ? openPool(model) : known.withModel(model);
    pools.set(userPoolId, pool);
    return pool;
  }

  function openPool(model: UserPoolModel): UserPool {
    const { userPoolId } = model;
    const contents: PoolContents = storage.pool(userPoolId) ?? { users: new Map(), sessions: new Map() };
    const saver = createSaver(async () => storage.savePool(userPoolId, contents));
    savers.push(saver);
    return createUserPool(model, contents, () => saver.changed());
  }

  const signer = createTokenSigner(storage);
  const context: OperationContext = {
    pools: () => models().map(poolOf),
    signer,
    now,
    newCode: () => String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0'),
    deliver,
  };
  return {
    async call(operation, input) {
      const run = OPERATIONS.get(operation);
      if (run === undefined) throw notImplemented(operation);
      const output = await run(input, context);
      await Promise.all(savers.map((saver) => saver.saved()));
      return output;
    },
    keySet: (issuer) =>
      models().some((model) => userPoolIssuer(model) === issuer) ? signer.keySet() : undefined,
    find: (userPoolId) => models().find((model) => model.userPoolId === userPoolId),
    users: () =>
      context.pools().flatMap((pool) =>
        pool.users().map(({ username, groups }) => {
          return { userPoolId: pool.model.userPoolId, username, groups };
        }),
      ),
    signIn: ({ userPoolId, username }) =>
      signInUser(poolOfId({ UserPoolId: userPoolId }, context), username, context),
  };
}

function notImplemented(operation: string): UserPoolFault {
  return new UserPoolFault(
    'NotImplementedException',
    `The local user pools do not have the operation ${operation}; README.md, "User pools", lists those that they have.`,
  );
}
