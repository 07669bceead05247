/** One local user pool: who is in it, and which sign-ins are under way. In memory. */
import type { UserPoolModel } from '../model/app-model.ts';
import type { PasswordVerifier } from './srp/password-verifier.ts';
import type { SrpChallenge } from './srp/srp-challenge.ts';
import { UserPoolFault } from './user-pool-fault.ts';

export interface User {
  readonly username: string;
  readonly sub: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly groups: readonly string[];
  readonly password: PasswordVerifier;
}

export interface RefreshSession {
  readonly username: string;
  readonly clientId: string;
  readonly authenticatedAtEpochSeconds: number;
  readonly originId: string;
}

/** Oldest first out: sign-ins that nobody finishes must not fill the memory. */
const MAX_OPEN_CHALLENGES = 1_000;

export interface UserPool {
  /** The same users under changed settings. */
  withModel(model: UserPoolModel): UserPool;
  readonly model: UserPoolModel;
  readonly challenges: Map<string, SrpChallenge>;
  readonly refreshSessions: Map<string, RefreshSession>;
  /** @param name - username, or an attribute that users sign in with @throws UserPoolFault when there is none */
  user(name: string): User;
  hasUser(name: string): boolean;
  /** Adds a user, or replaces the one of that username. */
  save(user: User): void;
  addChallenge(challenge: SrpChallenge): void;
}

interface Contents {
  readonly users: Map<string, User>;
  readonly challenges: Map<string, SrpChallenge>;
  readonly refreshSessions: Map<string, RefreshSession>;
}

export function createUserPool(model: UserPoolModel): UserPool {
  return poolOver(model, { users: new Map(), challenges: new Map(), refreshSessions: new Map() });
}

function poolOver(model: UserPoolModel, contents: Contents): UserPool {
  const { users, challenges, refreshSessions } = contents;

  function find(name: string): User | undefined {
    const byName = users.get(name);
    if (byName !== undefined) return byName;
    return [...users.values()].find(({ attributes }) =>
      model.usernameAttributes.some((attribute) => attributes[attribute] === name),
    );
  }

  return {
    model,
    challenges,
    refreshSessions,
    withModel: (changed) => poolOver(changed, contents),
    hasUser: (name) => find(name) !== undefined,
    user(name) {
      const user = find(name);
      if (user === undefined) throw new UserPoolFault('UserNotFoundException', 'User does not exist.');
      return user;
    },
    save: (user) => void users.set(user.username, user),
    addChallenge(challenge) {
      challenges.set(challenge.secretBlock, challenge);
      const [oldest] = challenges.keys();
      if (challenges.size > MAX_OPEN_CHALLENGES && oldest !== undefined) challenges.delete(oldest);
    },
  };
}

/** The part of a pool's id that passwords are bound to. */
export function poolNameOf({ userPoolId }: UserPoolModel): string {
  return userPoolId.slice(userPoolId.indexOf('_') + 1);
}
